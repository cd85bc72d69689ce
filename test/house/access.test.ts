import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { each, openType, restrictedType, WITH_ROW } from '../../kit/access/rules.js';
import { unruled } from '../../kit/access/unruled.js';
import * as subgraphs from '../../subgraphs/index.js';

const SCHEMA = `
  type Query { town: Town people: PersonConnection }
  type Town { name: String mayor: String }
  type Person { name: String phone: String }
  type PersonConnection { nodes: [Person!]! totalCount: Int! }`;

const rows = { PUBLIC: 'none', PARTNER: 'its own', MINISTRY: 'none', ADMIN: 'all' };
const ACCESS = [
  openType('Query', each(WITH_ROW, 'town', 'people')),
  openType('Town'),
  restrictedType('Person', rows, each(WITH_ROW, 'name', 'phone')),
];

const after = (change: (schema: string) => string) => unruled(buildSchema(change(SCHEMA)), ACCESS);
const with_ = (type: string, field: string) => (schema: string) => schema.replace(`${type} {`, `${type} { ${field}`);

test('nothing is reported where every type and field has its rule', () => {
  expect(after((schema) => schema)).toEqual([]);
});

test('a type of which no rule speaks is reported', () => {
  expect(after((schema) => `${schema} type Salary { amount: Int }`)).toEqual(['Salary']);
});

test('a new field of a restricted type is reported, and one of an open type is open', () => {
  expect(after(with_('type Person', 'passport: String'))).toEqual(['Person.passport']);
  expect(after(with_('type Town', 'website: String'))).toEqual([]);
});

test('a new way from an open type to restricted rows is reported', () => {
  expect(after(with_('type Town', 'people: PersonConnection'))).toEqual(['Town.people']);
  expect(after(with_('type Town', 'citizens: [Person!]!'))).toEqual(['Town.citizens']);
});

test('every new field of Query is reported', () => {
  expect(after(with_('type Query', 'towns: [Town!]'))).toEqual(['Query.towns']);
});

test('every subgraph says who sees what of its types', () => {
  for (const { name, access } of Object.values(subgraphs)) expect([name, access.length > 0]).toEqual([name, true]);
});
