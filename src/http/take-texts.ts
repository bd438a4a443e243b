import { Refusal } from '../refusal.js';

/** Takes `texts` out of a feed's query string: whether articles come with their texts, as is usual. Refuses with BAD_USER_INPUT. */
export function takeTexts(query: URLSearchParams): boolean {
  const values = query.getAll('texts');
  query.delete('texts');
  const [value = 'true'] = values;
  if (values.length > 1 || !['true', 'false'].includes(value)) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `texts is ${values.join(' and ')}: say texts=false for ledes alone, or leave it out.`,
      {
        argument: 'texts',
      },
    );
  }
  return value === 'true';
}
