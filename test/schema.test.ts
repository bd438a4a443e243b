import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  print,
  validateSchema,
  type ASTNode,
} from 'graphql';
import { printApi } from '../schema/print-api.js';
import { printDatabase } from '../schema/print-database.js';
import { createDataSource } from '../src/database/data-source.js';
import { buildGatewaySchema } from '../src/schema.js';
import { createTestDatabase } from './support/database.js';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test('schema.graphql is the API as it is: "npm run schema" writes it', async () => {
  expect(await printApi()).toBe(file('../schema/schema.graphql'));
});

test('database.sql is the database as the migrations make it: "npm run schema" writes it', async () => {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  const printed = await printDatabase(dataSource.manager);
  await dataSource.destroy();
  await database.drop();

  expect(printed).toBe(file('../schema/database.sql'));
});

test('the API is a valid schema, and nothing that a client of it can ask is lost in schema.graphql', async () => {
  const [built, committed] = [await buildGatewaySchema(), buildSchema(file('../schema/schema.graphql'))];
  expect(validateSchema(built)).toEqual([]);
  expect(findBreakingChanges(committed, built)).toEqual([]);
  expect(findBreakingChanges(built, committed)).toEqual([]);
});

test('everything that partners see is described', async () => {
  const silent: string[] = [];
  const look = (name: string, { description }: { description?: string | null | undefined }): void => {
    if (!description?.trim()) silent.push(name);
  };
  for (const type of Object.values((await buildGatewaySchema()).getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) look(type.name, type);

    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
  expect(silent).toEqual([]);
});

/** Everything that clients were told to write: it may get company, but it stays. */
test('every name that partners were promised is there, of the same type and with the same default', async () => {
  const promised = file('fixtures/promised-names.txt').trim().split('\n');
  const names = namesIn(await printApi());

  expect(promised.length).toBeGreaterThan(100);
  expect(promised.filter(name => !names.has(name))).toEqual([]);
});

interface Named {
  name: { value: string };
  type?: ASTNode;
  defaultValue?: ASTNode;
  interfaces?: Named[];
  fields?: Named[];
  values?: Named[];
  arguments?: Named[];
}

function namesIn(api: string): Set<string> {
  const typeOf = ({ type, defaultValue }: Named): string =>
    (type ? print(type) : '') + (defaultValue ? ` = ${print(defaultValue)}` : '');

  return new Set(
    (parse(api).definitions as unknown as Named[]).flatMap(({ name, interfaces = [], fields = [], values = [] }) => [
      ...interfaces.map(one => `${name.value} implements ${one.name.value}`),
      ...values.map(value => `${name.value}.${value.name.value}`),
      ...fields.flatMap(field => [
        `${name.value}.${field.name.value}: ${typeOf(field)}`,
        ...(field.arguments ?? []).map(
          argument => `${name.value}.${field.name.value}(${argument.name.value}: ${typeOf(argument)})`,
        ),
      ]),
    ]),
  );
}
