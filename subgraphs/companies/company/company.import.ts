import { same } from '../../../kit/import/assignments.js';
import { listOf, required } from '../../../kit/import/cell.js';
import { oneOf, slug, text } from '../../../kit/import/cells.js';
import { defineImport } from '../../../kit/import/definition.js';
import { heldList } from '../../../kit/import/held.js';
import { corporateNumber, url } from '../../../kit/import/identity-cells.js';
import { country, prefecture } from '../../../kit/import/place-cells.js';
import { upsert } from '../../../kit/import/upsert.js';
import { CompanyKind } from './company.type.js';

export const companiesImport = defineImport({
  kind: 'companies',
  tables: ['companies.company', 'companies.company_sector'],
  columns: {
    slug: { cell: required(slug('oec')), description: 'The readable key of the company. It never changes.' },
    name_en: { cell: text(), description: 'Name in English.' },
    name_ja: { cell: text(), description: 'Name in Japanese.' },
    name_ur: { cell: text(), description: 'Name in Urdu.' },
    kinds: { cell: listOf(oneOf(CompanyKind)), description: 'What the company does between Pakistan and Japan.' },
    country: { cell: country(), description: 'Country, as an ISO 3166-1 alpha-2 code.' },
    prefecture: { cell: prefecture(), description: 'Prefecture in Japan, as an ISO 3166-2 code.' },
    website: { cell: url(), description: 'Address of its website.' },
    corporate_number: { cell: corporateNumber(), description: 'Japanese corporate number.' },
    sectors: { cell: listOf(slug('nursing-care')), description: 'Codes of the sectors that it works in.' },
  },
  key: ['slug'],
  held: {
    from: 'companies.company t',
    columns: {
      kinds: "nullif(t.kinds, '{}')",
      sectors: heldList({
        column: 'sectors',
        rows: 'companies.company_sector c where c.company_pk = t.pk',
        item: 'c.sector_code',
      }),
    },
  },
  rules: [
    {
      columns: ['name_en', 'name_ja', 'name_ur'],
      problem: (...names) => (names.some(Boolean) ? undefined : 'a company must have a name in at least one language'),
    },
  ],
  soleOwners: [{ column: 'corporate_number', owner: 'slug', what: 'company' }],
  references: [{ column: 'sectors', typeName: 'Sector', key: 'code' }],
  merge: (file) =>
    upsert(file, {
      table: 'companies.company',
      key: same('slug'),
      columns: {
        kinds: `coalesce(s.kinds, '{}')`,
        ...same('name_en', 'name_ja', 'name_ur', 'country', 'prefecture', 'website', 'corporate_number'),
      },
      insertOnly: { synthetic: String(file.marks.synthetic) },
      children: [
        {
          table: 'companies.company_sector',
          each: 'unnest(s.sectors) as code',
          parent: { company_pk: 't.pk' },
          columns: { sector_code: 'code' },
        },
      ],
    }),
});
