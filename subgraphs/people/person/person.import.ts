import { same } from '../../../kit/import/assignments.js';
import { listOf, required } from '../../../kit/import/cell.js';
import { date, oneOf, referenceKey, skillsTest, slug, text } from '../../../kit/import/cells.js';
import { defineImport } from '../../../kit/import/definition.js';
import { heldList } from '../../../kit/import/held.js';
import { cnic, email, passport, phone } from '../../../kit/import/identity-cells.js';
import { past } from '../../../kit/import/past-cells.js';
import { country } from '../../../kit/import/place-cells.js';
import { notBefore } from '../../../kit/import/rules.js';
import { upsert } from '../../../kit/import/upsert.js';
import { JlptLevel } from '../candidate/candidate.type.js';
import { lastFour } from './person.masking.js';

/** `nursing-care@2025-03-01` → `2025-03-01` */
const dayOfTest = (test: string) => test.slice(test.indexOf('@') + 1);

/** The spreadsheet of a sending organisation's candidates. Every person in it must be registered by somebody. */
export const peopleImport = defineImport({
  kind: 'people',
  tables: ['people.person', 'people.skills_test'],
  columns: {
    reference: { cell: required(referenceKey()), description: 'The key that the registering organisation uses.' },
    registered_by: {
      cell: slug('oec'),
      description: 'The slug of the organisation that registered the person as a candidate.',
    },
    family_name: { cell: text(), description: 'Family name, in Latin letters.' },
    given_name: { cell: text(), description: 'Given name, in Latin letters.' },
    name_native: { cell: text(), description: 'The full name in its native script.' },
    nationality: { cell: country(), description: 'Nationality, as an ISO 3166-1 alpha-2 code.' },
    date_of_birth: { cell: past(date()), description: 'Date of birth.' },
    passport_number: { cell: passport(), description: 'Passport number.', shown: lastFour },
    cnic: { cell: cnic(), description: 'Number of the Pakistani identity card (CNIC).', shown: lastFour },
    email: { cell: email(), description: 'E-mail address.' },
    phone: { cell: phone(), description: 'Telephone number with its country code.', shown: lastFour },
    jlpt: {
      cell: oneOf(JlptLevel),
      description: 'Highest level passed in the Japanese-Language Proficiency Test (JLPT).',
    },
    jft_basic_on: {
      cell: past(date()),
      description: 'Day on which the Japan Foundation Test for Basic Japanese (JFT-Basic) was passed.',
    },
    skills_tests: {
      cell: listOf(past(skillsTest(), dayOfTest)),
      description: 'Skills tests that the person passed, each as sector@day.',
    },
  },
  key: ['reference'],
  held: {
    from: 'people.person t',
    columns: {
      skills_tests: heldList({
        column: 'skills_tests',
        rows: 'people.skills_test c where c.person_pk = t.pk',
        item: "c.sector_code || '@' || c.passed_on",
      }),
    },
  },
  rules: [notBefore('jft_basic_on', 'date_of_birth')],
  soleOwners: [
    { column: 'passport_number', owner: 'reference', what: 'person' },
    { column: 'cnic', owner: 'reference', what: 'person' },
  ],
  warnings: [
    {
      column: 'date_of_birth',
      sql: (staging) => `
        select s.line, s.date_of_birth as value, 'makes the person younger than 18' as message
        from ${staging} s where s.date_of_birth > (now() at time zone 'Asia/Tokyo')::date - interval '18 years'`,
    },
  ],
  references: [
    { column: 'registered_by', typeName: 'Company', key: 'slug' },
    { column: 'skills_tests', typeName: 'Sector', key: 'code', keyBefore: '@' },
  ],
  merge: (file) =>
    upsert(file, {
      table: 'people.person',
      key: same('reference'),
      columns: same(
        'registered_by',
        'family_name',
        'given_name',
        'name_native',
        'nationality',
        'date_of_birth',
        'passport_number',
        'cnic',
        'email',
        'phone',
        'jlpt',
        'jft_basic_on',
      ),
      insertOnly: { synthetic: String(file.marks.synthetic) },
      children: [
        {
          table: 'people.skills_test',
          each: 'unnest(s.skills_tests) as test',
          parent: { person_pk: 't.pk' },
          columns: { sector_code: `split_part(test, '@', 1)`, passed_on: `split_part(test, '@', 2)::date` },
        },
      ],
    }),
});
