import { createHash } from 'node:crypto';
import { explorerScript } from './explorer-script.js';
import { explorerStyle } from './explorer-style.js';

export interface ExplorerFile {
  type: string;
  content: string;
  etag: string;
}

/**
 * GraphiQL from the package that ships it whole (fonts and workers included, nothing from outside), as files that a
 * browser keeps: 9 MB in one page would be sent anew at each visit. Loaded when first asked for, since most never do.
 */
export async function explorerFiles(): Promise<Record<string, ExplorerFile>> {
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');

  return {
    'graphiql.js': file('text/javascript', graphiql.js),
    'graphiql.css': file('text/css', graphiql.css),
    'editor.worker.js': file('text/javascript', graphiql.editorWorkerService),
    'json.worker.js': file('text/javascript', graphiql.jsonWorker),
    'graphql.worker.js': file('text/javascript', graphiql.graphqlWorker),
    'explorer.js': file('text/javascript', explorerScript),
    'explorer.css': file('text/css', explorerStyle),
  };
}

function file(type: string, content: string): ExplorerFile {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return { type: `${type}; charset=utf-8`, content, etag: `"${hash}"` };
}
