import { z } from 'zod';
import type { Names } from '../content/topic.js';
import { Refusal } from '../refusal.js';
import type { LocalizedTextInput } from './localized-text-input.js';

/** An entry of a vocabulary as a mutation gives it, checked by the rules of vocabulary files. Throws a Refusal (BAD_USER_INPUT). */
export function readVocabularyInput<Input>(shape: z.ZodType<Input>, given: Record<string, unknown>): Input {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const argument = ['input', ...(issue?.path ?? [])].join('.');
  throw new Refusal('BAD_USER_INPUT', `${argument}: ${issue?.message ?? 'cannot be used.'}`, { argument });
}

/** Texts by their languages; what is left out stays as it was. Of a language that comes twice, the last counts. */
export function namesOf(texts: LocalizedTextInput[] | null | undefined, before?: Names): Names | undefined {
  return texts ? Object.fromEntries(texts.map(({ language, text }) => [language, text])) : before;
}
