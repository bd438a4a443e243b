import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** An example to run: as a visitor, unless its title asks for a key. */
export interface Operation {
  /** Its file's name without the ending. */
  name: string;
  /** The comment on its first line. */
  title: string;
  document: string;
}

/** Reads the examples of a folder (`*.graphql`), in the order of their names. */
export async function readOperations(folder: string): Promise<Operation[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.graphql')).toSorted();

  return Promise.all(
    files.map(async file => {
      const document = await readFile(join(folder, file), 'utf8');
      const name = basename(file, '.graphql');
      return { name, title: /^#\s*(.+)/.exec(document)?.[1]?.trim() ?? name, document };
    }),
  );
}
