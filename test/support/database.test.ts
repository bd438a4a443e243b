import { Client } from 'pg';
import { createTestDatabase } from './database.js';

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('each test database is its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(one.url, 'create table only_here (id int)');

  expect(await ask(one.url, 'select count(*)::int as rows from only_here')).toEqual([{ rows: 0 }]);
  await expect(ask(other.url, 'select from only_here')).rejects.toThrow('does not exist');
  await Promise.all([one.drop(), other.drop()]);
  await expect(ask(one.url, 'select 1')).rejects.toThrow('does not exist');
});
