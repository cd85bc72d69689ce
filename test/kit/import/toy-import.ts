import { same } from '../../../kit/import/assignments.js';
import { listOf, required } from '../../../kit/import/cell.js';
import { amount, date, oneOf, referenceKey, skillsTest, slug, text, wholeNumber } from '../../../kit/import/cells.js';
import { currency, minorUnitsProblem } from '../../../kit/import/currencies.js';
import { defineImport } from '../../../kit/import/definition.js';
import { heldList } from '../../../kit/import/held.js';
import { cnic, corporateNumber, email, passport, phone, url } from '../../../kit/import/identity-cells.js';
import { country, prefecture } from '../../../kit/import/place-cells.js';
import { notBefore } from '../../../kit/import/rules.js';
import { upsert } from '../../../kit/import/upsert.js';
import { defineStateMachine } from '../../../kit/state-machine.js';

/** The tables behind the toy kind: workers, the languages they speak, and the offices that registered them. */
export const TOY_TABLES = `
  create schema toy;
  create table toy.office (code text primary key);
  insert into toy.office values ('ISB'), ('KHI');
  create table toy.worker (
    id bigint generated always as identity primary key, reference text not null unique, office text, employer text, state text not null,
    names text, number text, passport text, cnic text, email text, phone text, website text, country text, prefecture text,
    salary numeric, currency text, age integer, born_on date, left_on date, tests text[], partners text[],
    synthetic boolean not null, recorded_at timestamptz not null default now(), updated_at timestamptz
  );
  create table toy.language (worker bigint not null references toy.worker, name text not null, primary key (worker, name));
  create table toy.exclusive (reference text primary key);`;

const states = defineStateMachine(['NEW'], {
  NEW: ['TRAINED', 'GONE'],
  TRAINED: ['EMPLOYED', 'GONE'],
  EMPLOYED: ['GONE'],
  GONE: [],
});

/** A kind of file with a column of every type of cell, a rule, references of every sort, a check in SQL and child rows. */
export const workers = defineImport({
  kind: 'workers',
  tables: ['toy.office'],
  columns: {
    reference: { cell: required(referenceKey()), description: 'The key.' },
    office: { cell: text(10), description: 'Who registered them: a row of our own.' },
    employer: { cell: slug(), description: 'A company: a row of another subgraph.' },
    partners: { cell: listOf(slug()), description: 'Companies.' },
    tests: { cell: listOf(skillsTest()), description: 'Sectors of another subgraph, each with a day.' },
    state: { cell: required(oneOf(states.states)), description: 'The state.' },
    names: { cell: text(), description: 'Any text.' },
    number: { cell: corporateNumber(), description: 'A corporate number.' },
    passport: { cell: passport(), description: 'A passport.', shown: (value) => value && `••••${value.slice(-4)}` },
    cnic: { cell: cnic(), description: 'A CNIC.' },
    email: { cell: email(), description: 'An address.' },
    phone: { cell: phone(), description: 'A number.' },
    website: { cell: url(), description: 'A page.' },
    country: { cell: country(), description: 'A country.' },
    prefecture: { cell: prefecture(), description: 'A prefecture.' },
    salary: { cell: amount(), description: 'An amount.' },
    currency: { cell: currency(), description: 'Its currency.' },
    age: { cell: wholeNumber({ min: 15, max: 100 }), description: 'A number.' },
    born_on: { cell: date(), description: 'A day.' },
    left_on: { cell: date(), description: 'A later day.' },
    languages: { cell: listOf(text()), description: 'Child rows.' },
  },
  key: ['reference'],
  held: {
    from: 'toy.worker t',
    columns: {
      languages: heldList({ column: 'languages', rows: 'toy.language c where c.worker = t.id', item: 'c.name' }),
    },
  },
  rules: [
    notBefore('left_on', 'born_on'),
    { columns: ['salary', 'currency'], problem: (salary = '', code = '') => minorUnitsProblem(salary, code) },
  ],
  references: [
    { column: 'office', table: 'toy.office', key: 'code', what: 'an office' },
    {
      column: 'employer',
      typeName: 'Company',
      key: 'slug',
      refuses: {
        fields: 'slug country',
        problem: ({ country: of }) => (of === 'JP' ? undefined : 'must be a company in Japan'),
      },
    },
    { column: 'partners', typeName: 'Company', key: 'slug' },
    { column: 'tests', typeName: 'Sector', key: 'code', keyBefore: '@' },
  ],
  checks: [
    {
      column: 'state',
      sql: (staging) => `
        select s.line, s.state as value, 'cannot follow ' || w.state as message
        from ${staging} s join toy.worker w using (reference)
        where s.state <> w.state
          and not exists (select from ${states.transitionsSql} where from_state = w.state and to_state = s.state)`,
    },
  ],
  warnings: [
    {
      column: 'age',
      sql: (staging) => `select s.line, s.age as value, 'is below 18' as message from ${staging} s where s.age < 18`,
    },
  ],
  merge: (file) =>
    upsert(file, {
      table: 'toy.worker',
      key: same('reference'),
      columns: same(
        ...[
          'office',
          'employer',
          'partners',
          'tests',
          'state',
          'names',
          'number',
          'passport',
          'cnic',
          'email',
          'phone',
          'website',
        ],
        ...['country', 'prefecture', 'salary', 'currency', 'age', 'born_on', 'left_on'],
      ),
      insertOnly: { synthetic: String(file.marks.synthetic) },
      onUpdate: { updated_at: 'now()' },
      children: [
        {
          table: 'toy.language',
          each: 'unnest(s.languages) as item',
          parent: { worker: 't.id' },
          columns: { name: 'item' },
        },
      ],
    }),
});
