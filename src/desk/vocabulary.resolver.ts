import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { renewContext } from './renew-context.js';
import { SaveEventInput, SaveEventPayload } from './save-event-input.js';
import { saveEvent } from './save-event.js';
import { SaveSourceInput, SaveSourcePayload } from './save-source-input.js';
import { saveSource } from './save-source.js';
import { SaveTopicInput, SaveTopicPayload } from './save-topic-input.js';
import { saveTopic } from './save-topic.js';
import { WRITE_POINTS } from './write-points.js';

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
    await renewContext(context);
    return { topic: context.reference.topics.byId.get(id)! };
  }

  @Mutation(() => SaveEventPayload, {
    complexity: WRITE_POINTS,
    description: 'Stores an event, or changes the one of that slug. Needs a key with the scope "desk".',
  })
  async saveEvent(
    @Arg('input', () => SaveEventInput, { description: 'The event.' }) input: SaveEventInput,
    @Ctx() context: Context,
  ): Promise<SaveEventPayload> {
    const id = await saveEvent(deskOf(context), input);
    await renewContext(context);
    return { event: context.reference.events.byId.get(id)! };
  }

  @Mutation(() => SaveSourcePayload, {
    complexity: WRITE_POINTS,
    description: 'Stores a source, or changes the one of that slug. Needs a key with the scope "desk".',
  })
  async saveSource(
    @Arg('input', () => SaveSourceInput, { description: 'The source.' }) input: SaveSourceInput,
    @Ctx() context: Context,
  ): Promise<SaveSourcePayload> {
    const id = await saveSource(deskOf(context), input);
    await renewContext(context);
    return { source: context.reference.sources.byId.get(id)! };
  }
}
