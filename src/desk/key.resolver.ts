import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { CreateKeyInput, KeyInput, RotateKeyInput } from './key-inputs.js';
import { KeyPayload, KeyRecord, ShownKeyPayload } from './key-record.js';
import { endKey, makeKey, replaceKey } from './manage-keys.js';

/** A statement or two each for the entry, its row and what it is answered with. */
const WRITE_POINTS = 20;

@Resolver(() => KeyRecord)
export class KeyResolver {
  @Mutation(() => ShownKeyPayload, {
    complexity: WRITE_POINTS,
    description: 'Makes a key for a partner, and shows it this once. Needs a key with the scope "admin".',
  })
  createKey(
    @Arg('input', () => CreateKeyInput, { description: 'The key.' }) input: CreateKeyInput,
    @Ctx() context: Context,
  ): Promise<ShownKeyPayload> {
    return makeKey(deskOf(context), input);
  }

  @Mutation(() => ShownKeyPayload, {
    complexity: WRITE_POINTS,
    description:
      'Makes a key that may do what another may, shows it this once, and lets the other one expire after an overlap. Needs a key with the scope "admin".',
  })
  rotateKey(
    @Arg('input', () => RotateKeyInput, { description: 'Which key.' }) input: RotateKeyInput,
    @Ctx() context: Context,
  ): Promise<ShownKeyPayload> {
    return replaceKey(deskOf(context), input);
  }

  @Mutation(() => KeyPayload, {
    complexity: WRITE_POINTS,
    description: 'Takes a key no more, at once and everywhere. Needs a key with the scope "admin".',
  })
  async revokeKey(
    @Arg('input', () => KeyInput, { description: 'Which key.' }) input: KeyInput,
    @Ctx() context: Context,
  ): Promise<KeyPayload> {
    return { key: await endKey(deskOf(context), input) };
  }
}
