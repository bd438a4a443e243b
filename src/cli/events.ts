import type { Command } from 'commander';
import { nameIn } from '../content/name-in.js';
import { storeEvents } from '../ingest/store/store-vocabulary.js';
import { EventInput } from '../ingest/store/vocabulary-input.js';
import { aliasCommand } from './alias-command.js';
import { vocabularyCommand } from './vocabulary-commands.js';

export function eventsCommand(): Command {
  return vocabularyCommand({
    noun: 'event',
    action: 'importEvents',
    known: reference => reference.events,
    columns: ({ id }, { events }) => {
      const { slug, startsOn, endsOn, countries, names } = events.byId.get(id)!;
      return { event: slug, from: startsOn, until: endsOn, countries: countries.join(' '), name: nameIn(names, 'vi') };
    },
    input: EventInput,
    store: storeEvents,
  }).addCommand(aliasCommand('event', reference => reference.events));
}
