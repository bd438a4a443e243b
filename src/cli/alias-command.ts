import { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { Alias } from '../content/alias.js';
import { type Known, loadReference, type Reference } from '../content/reference.js';
import { addAliases, type AliasTarget, removeAlias } from '../ingest/store/store-aliases.js';
import { Refusal } from '../refusal.js';
import { printLine } from './print.js';
import { withDatabase } from './with-database.js';

type Rows = Known<{ id: number; slug: string }>;

/** `alias`: the other words by which articles are filed under a topic or an event. */
export function aliasCommand(noun: 'topic' | 'event', known: (reference: Reference) => Rows): Command {
  const command = new Command('alias').description(`the other words by which articles are filed under a ${noun}`);
  const withTarget = async (
    slug: string,
    work: (db: EntityManager, target: AliasTarget) => Promise<string>,
  ): Promise<void> => {
    const said = await withDatabase(async dataSource => {
      const row = known(await loadReference(dataSource.manager)).bySlug.get(slug);
      if (!row) throw new Refusal('NOT_FOUND', `There is no ${noun} "${slug}": "nhip-cau ${noun}s" lists them.`);
      return dataSource.transaction(db => work(db, noun === 'topic' ? { topicId: row.id } : { eventId: row.id }));
    });
    printLine(said);
  };

  command
    .command('list')
    .description('list them')
    .argument(`<${noun}>`, 'its slug')
    .action((slug: string) => withTarget(slug, async (db, target) => listed(await db.findBy(Alias, target))));
  command
    .command('add')
    .description('add some')
    .argument(`<${noun}>`, 'its slug')
    .argument('<words...>', 'a phrase each, in quotes')
    .option(
      '--category',
      'file only articles whose source names it as a category, not those that have it in their text',
    )
    .action((slug: string, words: string[], { category }: { category?: boolean }) =>
      withTarget(slug, async (db, target) => `Added ${await addAliases(db, target, words, !category)}.`),
    );
  command
    .command('remove')
    .description('remove some')
    .argument(`<${noun}>`, 'its slug')
    .argument('<words...>', 'a phrase each, in quotes, however it is written')
    .action((slug: string, words: string[]) =>
      withTarget(slug, async (db, target) => {
        let removed = 0;
        for (const word of words) if (await removeAlias(db, target, word)) removed += 1;
        return `Removed ${removed}.`;
      }),
    );
  return command;
}

function listed(aliases: Alias[]): string {
  if (aliases.length === 0) return 'It has none.';
  return aliases.map(({ text, inText }) => (inText ? text : `${text}  (as a category only)`)).join('\n');
}
