import type { Command } from 'commander';
import { nameIn } from '../content/name-in.js';
import { storeSources } from '../ingest/store-vocabulary.js';
import { SourceInput } from '../ingest/vocabulary-input.js';
import { vocabularyCommand } from './vocabulary-commands.js';

export function sourcesCommand(): Command {
  return vocabularyCommand({
    noun: 'source',
    known: reference => reference.sources,
    columns: ({ id }, { sources }) => {
      const { slug, country, languages, feedUrl, names } = sources.byId.get(id)!;
      return { source: slug, country, languages: languages.join(' '), feed: feedUrl, name: nameIn(names, 'vi') };
    },
    input: SourceInput,
    store: storeSources,
  });
}
