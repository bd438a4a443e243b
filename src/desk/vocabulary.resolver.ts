import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadReference } from '../content/reference.js';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { SaveTopicInput, SaveTopicPayload } from './save-topic-input.js';
import { saveTopic } from './save-topic.js';

/** A statement or two each for the entry, its row, its change and what it is answered with. */
const WRITE_POINTS = 20;

@Resolver()
export class VocabularyResolver {
  @Mutation(() => SaveTopicPayload, {
    complexity: WRITE_POINTS,
    description: 'Stores a topic, or changes the one of that slug. Needs a key with the scope "desk".',
  })
  async saveTopic(
    @Arg('input', () => SaveTopicInput, { description: 'The topic.' }) input: SaveTopicInput,
    @Ctx() context: Context,
  ): Promise<SaveTopicPayload> {
    const id = await saveTopic(deskOf(context), input);
    await renewReference(context);
    return { topic: context.reference.topics.byId.get(id)! };
  }
}

/** What this request has just changed is in its own answer; other requests hear of it at the commit. */
async function renewReference(context: Context): Promise<void> {
  context.reference = await loadReference(context.db);
}
