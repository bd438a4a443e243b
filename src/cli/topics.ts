import type { Command } from 'commander';
import { nameIn } from '../content/name-in.js';
import { storeTopics } from '../ingest/store/store-vocabulary.js';
import { TopicInput } from '../ingest/store/vocabulary-input.js';
import { aliasCommand } from './alias-command.js';
import { vocabularyCommand } from './vocabulary-commands.js';

export function topicsCommand(): Command {
  return vocabularyCommand({
    noun: 'topic',
    action: 'importTopics',
    known: reference => reference.topics,
    columns: ({ id }, { topics }) => {
      const { slug, parentId, mediaTopic, names } = topics.byId.get(id)!;
      return {
        topic: slug,
        parent: topics.byId.get(parentId ?? 0)?.slug ?? null,
        IPTC: mediaTopic,
        name: nameIn(names, 'vi'),
      };
    },
    input: TopicInput,
    store: storeTopics,
  }).addCommand(aliasCommand('topic', reference => reference.topics));
}
