import { explainDatabaseError } from '../../src/graphql/explain-database-error.js';

test.each(['57P01', '57P02', '57P03', '53300', '08006', '08P01', 'ECONNREFUSED', 'ECONNRESET'])(
  'a database that is away (%s) is a reason to come back',
  code => {
    expect(explainDatabaseError(Object.assign(new Error('x'), { code }))).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
  },
);

test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Driver not Connected'])(
  'so is a connection that ended without a code: %s',
  message => {
    expect(explainDatabaseError(new Error(message))).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  },
);

test('a statement that took too long is a reason to ask for less', () => {
  const error = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });

  expect(explainDatabaseError(error)).toMatchObject({ code: 'QUERY_TIMEOUT', status: 503 });
});

test.each(['42P01', '23505', '22P02', 'ENOENT', ''])('a mistake of ours (%s) is not explained', code => {
  expect(explainDatabaseError(Object.assign(new Error('relation "article" does not exist'), { code }))).toBeNull();
});

test('what is not an error is not explained', () => {
  expect(explainDatabaseError('57P01')).toBeNull();
  expect(explainDatabaseError(null)).toBeNull();
});
