import { isDeepStrictEqual } from 'node:util';
import { ask, type Contestant, requestFor } from './contestant.js';
import type { QueryName, Question } from './questions.js';

/** Asks every server the same, and throws an Error where one answers with other articles, in another order or with other fields. */
export async function checkAnswers(contestants: Contestant[], query: QueryName, questions: Question[]): Promise<void> {
  for (const question of questions) {
    const answers = await Promise.all(
      contestants.map(async contestant => {
        const data = await ask(contestant, requestFor(contestant, query, question));
        const { nodes, hasNextPage } = contestant.read(query, data);
        if (nodes.length === 0) throw new Error(`${query}: nothing is found by ${JSON.stringify(question)}`);
        return { nodes, hasNextPage };
      }),
    );
    answers.forEach((answer, place) => {
      if (isDeepStrictEqual(answer, answers[0])) return;
      throw new Error(
        `${query} ${JSON.stringify(question)}: ${contestants[0]!.name} and ${contestants[place]!.name} answer differently:\n` +
          firstDifference(answers[0], answer, 'answer'),
      );
    });
  }
}

/** The first value that is not the same, by its path. */
function firstDifference(one: unknown, other: unknown, path: string): string {
  if (isObject(one) && isObject(other)) {
    const name = [...Object.keys(one), ...Object.keys(other)].find(each => !isDeepStrictEqual(one[each], other[each]));
    if (name !== undefined) return firstDifference(one[name], other[name], `${path}.${name}`);
  }
  return `${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
