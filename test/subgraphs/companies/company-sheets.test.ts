import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatProblem } from '../../../kit/import/report.js';
import { runImport } from '../../../kit/import/run-import.js';
import { companiesImport } from '../../../subgraphs/companies/company/company.import.js';
import { companies } from '../../../subgraphs/companies/subgraph.js';
import { sheet } from '../../testkit/sheet.js';
import { openTestSubgraph, type TestSubgraph } from '../../testkit/subgraph.js';
import { COMPANIES, load, worldLookup } from '../../testkit/world.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(companies);
  await load(subgraph.ownerUrl, companiesImport, COMPANIES);
});
afterAll(() => subgraph?.close());

async function importing(...lines: string[]) {
  const options = { databaseUrl: subgraph.ownerUrl, lookup: worldLookup };
  const report = await runImport(companiesImport, sheet(companiesImport, ...lines), options);
  return { ...report, problemLines: report.problems.map(formatProblem) };
}

const found = (slug: string) =>
  subgraph.sql(
    `select name_en, name_ja, kinds, country, prefecture,
       (select array_agg(sector_code order by sector_code) from companies.company_sector s where s.company_pk = c.pk) as sectors
     from companies.company c where slug = $1`,
    [slug],
  );

test('a sheet of two columns keeps the others, its lists and its sectors among them', async () => {
  const [before] = await found('hikari-foods');
  expect(before).toMatchObject({ kinds: ['ACCEPTING'], sectors: ['food-manufacturing', 'food-service'] });
  expect(await importing('slug,name_en', 'hikari-foods,Hikari Foods K.K.')).toMatchObject({ updated: 1 });
  expect(await found('hikari-foods')).toEqual([{ ...before, name_en: 'Hikari Foods K.K.' }]);
});

test('a company keeps the name that it has in another language; a new one must have a name in the sheet', async () => {
  const { problemLines } = await importing('slug,country', 'tomo-support,JP', 'nobody,JP');
  expect(problemLines).toEqual([
    'line 3, column name_en: a company must have a name in at least one language (the sheet has no name_en, name_ja, name_ur)',
  ]);
});

test('the same sectors in another order are no change', async () => {
  expect(await importing('slug,sectors', 'karakoram-manpower,food-service|nursing-care')).toMatchObject({
    unchanged: 1,
    changes: { rowCount: 0 },
  });
});

test('one corporate number of two companies is refused', async () => {
  await importing('slug,corporate_number', 'sakura-care,7000012050002');
  const { problemLines } = await importing('slug,corporate_number', 'hikari-foods,7000012050002');
  expect(problemLines).toEqual([
    'line 2, column corporate_number: "7000012050002" must belong to one company: the hub holds it for sakura-care',
  ]);
});
