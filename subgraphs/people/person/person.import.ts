import { same } from '../../../kit/import/assignments.js';
import { listOf, required } from '../../../kit/import/cell.js';
import { date, oneOf, referenceKey, skillsTest, slug, text } from '../../../kit/import/cells.js';
import { defineImport } from '../../../kit/import/definition.js';
import { heldList } from '../../../kit/import/held.js';
import { cnic, email, passport, phone } from '../../../kit/import/identity-cells.js';
import { country } from '../../../kit/import/place-cells.js';
import { upsert } from '../../../kit/import/upsert.js';
import { JlptLevel } from '../candidate/candidate.type.js';
import { lastFour } from './person.masking.js';

/** The sheet of a sending organisation's candidates; a person whom nobody registered is none. */
export const peopleImport = defineImport({
  kind: 'people',
  tables: ['people.person', 'people.skills_test'],
  columns: {
    reference: { cell: required(referenceKey()), description: 'The key that the registering organisation uses.' },
    registered_by: {
      cell: slug(),
      description: 'The slug of the organisation that registered the person as a candidate.',
    },
    family_name: { cell: text(), description: 'Family name, in Latin letters.' },
    given_name: { cell: text(), description: 'Given name, in Latin letters.' },
    name_native: { cell: text(), description: 'The whole name in its own script.' },
    nationality: { cell: country(), description: 'ISO 3166-1 alpha-2.' },
    date_of_birth: { cell: date(), description: 'Date of birth.' },
    passport_number: { cell: passport(), description: 'Passport number.', shown: lastFour },
    cnic: { cell: cnic(), description: "Number of Pakistan's identity card.", shown: lastFour },
    email: { cell: email(), description: 'E-mail address.' },
    phone: { cell: phone(), description: 'Telephone number with its country code.', shown: lastFour },
    jlpt: { cell: oneOf(JlptLevel), description: 'The highest JLPT level held.' },
    jft_basic_on: { cell: date(), description: 'The day on which JFT-Basic was passed.' },
    skills_tests: { cell: listOf(skillsTest()), description: 'Skills tests passed, each as sector@day.' },
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
  references: [
    { column: 'registered_by', typeName: 'Company', key: 'slug' },
    { column: 'skills_tests', typeName: 'Sector', key: 'code', keyOf: (item) => `split_part(${item}, '@', 1)` },
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
