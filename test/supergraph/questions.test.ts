import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';
import { example, MODES, openTestHub, type TestHub } from '../testkit/hub.js';

interface List<Node> {
  totalCount: number;
  nodes: Node[];
}

/** The acceptance questions, each compared with an answer in plain SQL that knows nothing of the hub's code. */
describe.each(MODES)('the questions, %s', (mode) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await openTestHub(mode, { placements: 2_000, seed: 7 });
  });
  afterAll(() => hub.close());

  const ask = <Data>(name: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const { document, variables: defaults } = example(name);
    return hub.client.request<Data>(document, { ...defaults, ...variables });
  };
  const references = async (where: string, values?: unknown[]) =>
    (
      await hub.sql<{ reference: string }>(
        `select reference from people.placement where ${where} order by reference`,
        values,
      )
    ).map(({ reference }) => reference);

  test('1 unmatched candidates', async () => {
    const { candidates } = await ask<{ candidates: List<{ person: { reference: string } }> }>(
      '01-unmatched-candidates',
      { first: 100 },
    );
    const expected = await hub.sql<{ reference: string }>(`
      select p.reference from people.person p
      where p.registered_by is not null and (p.jlpt <> 'N5' or p.jft_basic_on is not null)
        and p.pk in (select person_pk from people.skills_test where sector_code = 'nursing-care')
        and p.pk not in (select person_pk from people.placement
          where state not in ('REGISTERED', 'IN_TRAINING', 'TESTS_PASSED', 'WITHDRAWN', 'RETURNED', 'CHANGED_EMPLOYER'))
      order by 1`);
    expect(candidates.totalCount).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
    expect(candidates.nodes.map(({ person }) => person.reference)).toEqual(
      expected.slice(0, 100).map(({ reference }) => reference),
    );
  });

  test('2 waiting for a COE', async () => {
    const { placements } = await ask<{ placements: List<{ reference: string }> }>('02-waiting-for-coe', { first: 100 });
    const expected = await references(`state = 'COE_APPLIED' and state_since < (now() at time zone 'utc')::date - 30`);
    expect(expected.length).toBeGreaterThan(0);
    expect(placements.totalCount).toBe(expected.length);
    expect(placements.nodes.map(({ reference }) => reference).sort()).toEqual(expected.slice(0, 100));
  });

  test('3 is the field open', async () => {
    const answer = await ask<{
      sector: {
        intake: { status: string };
        ceilings: { value: number }[];
        ceilingUse: { employed: number; ceiling: number };
        statements: object[];
      };
      nationalUse: List<{ value: string; source: { publisher: string } }>;
    }>('03-is-the-field-open');
    const [row] = await hub.sql<{ count: number }>(`select count(*)::int from people.placement
      where sector_code = 'nursing-care' and status_of_residence = 'SSW1' and state in ('EMPLOYED', 'EXTENDED', 'CHANGE_PENDING')`);
    expect(answer.sector.intake.status).toBe('OPEN');
    expect(answer.sector.ceilings.map(({ value }) => value)).toEqual([135_000]);
    expect(answer.sector.ceilingUse).toMatchObject({ employed: row?.count, ceiling: 135_000 });
    expect(row?.count).toBeGreaterThan(0);
    expect(answer.nationalUse.nodes.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['336196', '333123', '3073']),
    );
    const closed = await ask<{ sector: { intake: { status: string; since: string } } }>('03-is-the-field-open', {
      code: 'food-service',
    });
    expect(closed.sector.intake).toMatchObject({ status: 'SUSPENDED', since: '2026-04-13' });
  });

  test('4 lapsing within 90 days', async () => {
    const { placements } = await ask<{ placements: List<{ reference: string }> }>('04-lapsing-soon', { first: 100 });
    const soon = (column: string) => `${column} between current_date and current_date + 90`;
    const expected = await references(`(state in ('COE_ISSUED', 'VISA_APPLIED') and ${soon('coe_expires_on')})
      or (state in ('VISA_ISSUED', 'PROTECTOR_CLEARED') and ${soon('visa_expires_on')})
      or (state in ('EMPLOYED', 'EXTENDED', 'CHANGE_PENDING') and ${soon('residence_until')})`);
    expect(expected.length).toBeGreaterThan(0);
    expect(placements.totalCount).toBe(expected.length);
    expect(placements.nodes.map(({ reference }) => reference)).toEqual(expected.slice(0, 100));
  });

  test('5 conversion and median days by sector', async () => {
    const { placementStats } = await ask<{
      placementStats: {
        sector: { code: string; name: string };
        count: number;
        stages: { state: string; entered: number; advanced: number; medianDays: number | null }[];
      }[];
    }>('05-conversion-by-sector', { filter: null });
    const counts = await hub.sql<{ code: string; count: number }>(
      'select sector_code as code, count(*)::int from people.placement group by 1',
    );
    expect(Object.fromEntries(placementStats.map(({ sector, count }) => [sector.code, count]))).toEqual(
      Object.fromEntries(counts.map(({ code, count }) => [code, count])),
    );
    const [largest] = placementStats;
    const coe = largest?.stages.find(({ state }) => state === 'COE_APPLIED');
    const [expected] = await hub.sql<{ entered: number; advanced: number; days: number }>(
      `with placed as (select pk from people.placement where sector_code = $1),
        been as (select distinct e.placement_pk as pk, s.state from people.placement_event e
          cross join lateral unnest(e.skipped || e.state) s(state) where e.placement_pk in (select pk from placed)),
        applied as (select pk from been where state = 'COE_APPLIED')
      select (select count(*)::int from applied) as entered,
        (select count(*)::int from applied a where exists (select from been b where b.pk = a.pk and b.state in
          ('COE_ISSUED', 'VISA_APPLIED', 'VISA_ISSUED', 'PROTECTOR_CLEARED', 'DEPARTED', 'EMPLOYED'))) as advanced,
        (select percentile_cont(0.5) within group (order by n.occurred_on - e.occurred_on)
          from people.placement_event e join people.placement_event n on n.placement_pk = e.placement_pk and n.position = e.position + 1
          where e.state = 'COE_APPLIED' and n.skipped = '{}' and e.placement_pk in (select pk from placed)) as days`,
      [largest?.sector.code],
    );
    expect(coe).toMatchObject({ entered: expected?.entered, advanced: expected?.advanced, medianDays: expected?.days });
    expect(expected?.entered).toBeGreaterThan(0);
  });

  test('6 nearing five years of SSW(i)', async () => {
    const { placements } = await ask<{ placements: List<{ reference: string; ssw1LimitOn: string }> }>(
      '06-nearing-five-years',
      { first: 100 },
    );
    const expected =
      await references(`status_of_residence = 'SSW1' and state in ('EMPLOYED', 'EXTENDED', 'CHANGE_PENDING') and ended_on is null
      and (started_on + (60 - coalesce(ssw1_months_before, 0)) * interval '1 month')::date between current_date and current_date + 365`);
    expect(expected.length).toBeGreaterThan(0);
    expect(placements.totalCount).toBe(expected.length);
    const limits = placements.nodes.map(({ ssw1LimitOn }) => ssw1LimitOn);
    expect(limits).toEqual([...limits].sort());
  });

  test('7 early leavers by employer', async () => {
    const { placementStats } = await ask<{
      placementStats: { acceptingCompany: { slug: string; name: string } | null; started: number; leftEarly: number }[];
    }>('07-early-leavers', { company: 'sample-sending-001', first: 5 });
    const expected = await hub.sql<{ slug: string | null; started: number; left: number }>(`
      select accepting_company as slug, count(started_on)::int as started,
        (count(*) filter (where state in ('RETURNED', 'CHANGED_EMPLOYER') and ended_on < started_on + 365))::int as left
      from people.placement where sending_company = 'sample-sending-001' group by 1 order by 3 desc, 1 limit 5`);
    expect(
      placementStats.map(({ acceptingCompany, started, leftEarly }) => [
        acceptingCompany?.slug ?? null,
        started,
        leftEarly,
      ]),
    ).toEqual(expected.map(({ slug, started, left }) => [slug, started, left]));
    expect(expected[0]?.left).toBeGreaterThan(0);
  });

  test('8 contracts per edition, by state', async () => {
    const events = (
      await hub.sql<{ slug: string }>('select distinct event_slug as slug from trade_events.contract order by 1')
    ).map(({ slug }) => slug);
    const { contractStats } = await ask<{
      contractStats: {
        event: { slug: string };
        state: string;
        currency: string | null;
        count: number;
        reportedValue: string | null;
      }[];
    }>('08-contracts-per-edition', { events });
    const expected = await hub.sql<{
      event: string;
      state: string;
      currency: string | null;
      count: number;
      value: string | null;
    }>(`
      select event_slug as event, state, currency, count(*)::int, sum(reported_value)::text as value
      from trade_events.contract group by 1, 2, 3`);
    const key = (...parts: unknown[]) => parts.join(' ');
    const found = contractStats.map(({ event, state, currency, count, reportedValue }) =>
      key(event.slug, state, currency, count, Number(reportedValue ?? 0)),
    );
    expect(found.sort()).toEqual(
      expected
        .map(({ event, state, currency, count, value }) => key(event, state, currency, count, Number(value ?? 0)))
        .sort(),
    );
    expect(found.length).toBeGreaterThan(3);
  });

  test('9 reported, evidenced and realised', async () => {
    const [busiest] = await hub.sql<{ slug: string }>(
      'select event_slug as slug from trade_events.contract group by 1 order by count(*) desc limit 1',
    );
    const { tradeEvent } = await ask<{
      tradeEvent: {
        contractStats: {
          currency: string | null;
          reportedValue: string;
          evidencedValue: string;
          realisedValue: string;
        }[];
      };
    }>('09-reported-evidenced-realised', { event: busiest?.slug });
    const expected = await hub.sql<{ currency: string; reported: string; evidenced: string; realised: string }>(
      `select currency, sum(reported_value)::text as reported, sum(evidenced_value)::text as evidenced, sum(realised_value)::text as realised
      from trade_events.contract where event_slug = $1 and currency is not null group by 1`,
      [busiest?.slug],
    );
    for (const { currency, reported, evidenced, realised } of expected) {
      const found = tradeEvent.contractStats.find((each) => each.currency === currency);
      expect([found?.reportedValue, found?.evidencedValue, found?.realisedValue].map(Number)).toEqual(
        [reported, evidenced, realised].map(Number),
      );
    }
    expect(expected.length).toBeGreaterThan(0);
    const said = await ask<{ tradeEvent: { statements: object[] } }>('09-reported-evidenced-realised');
    expect(said.tradeEvent.statements).toContainEqual(
      expect.objectContaining({
        operator: 'GT',
        value: '600000',
        unit: 'USD',
        locator: 'L18',
        statedBy: { name: 'Shaza Fatima' },
      }),
    );
  });

  test('10 leads signed within 12 months of the event', async () => {
    const [most] = await hub.sql<{ event: string; references: string[] }>(`
      select c.event_slug as event, array_agg(c.reference order by c.reference) as references
      from trade_events.contract c join trade_events.trade_event e on e.slug = c.event_slug
      where c.state in ('SIGNED', 'IN_DELIVERY', 'COMPLETED', 'TERMINATED') and c.lead_on is not null and c.signed_on <= (e.ends_on + interval '12 months')::date
      group by 1 order by count(*) desc limit 1`);
    const { contracts } = await ask<{ contracts: List<{ reference: string }> }>('10-leads-signed-in-a-year', {
      event: most?.event,
      first: 100,
    });
    expect(contracts.totalCount).toBe(most?.references.length);
    expect(contracts.nodes.map(({ reference }) => reference).sort()).toEqual(most?.references.slice(0, 100));
  });

  test('11 exhibitors who come back and win again', async () => {
    const { exhibitorStats } = await ask<{
      exhibitorStats: { company: { slug: string }; editions: number; editionsWon: number }[];
    }>('11-returning-winners');
    const expected = await hub.sql<{ slug: string; editions: number; won: number }>(`
      with taken_part as (select company_slug as slug, event_slug as event from trade_events.exhibit
          union select exhibitor_slug, event_slug from trade_events.contract),
        winner as (select exhibitor_slug as slug, count(distinct event_slug)::int as won from trade_events.contract
          where state in ('SIGNED', 'IN_DELIVERY', 'COMPLETED', 'TERMINATED') group by 1)
      select slug, count(distinct event)::int as editions, max(won) as won from taken_part join winner using (slug)
      group by 1 having count(distinct event) >= 2 and max(won) >= 2`);
    expect(
      exhibitorStats.map(({ company, editions, editionsWon }) => [company.slug, editions, editionsWon]).sort(),
    ).toEqual(expected.map(({ slug, editions, won }) => [slug, editions, won]).sort());
    expect(expected.length).toBeGreaterThan(0);
  });

  test('12 value by service category and buyer prefecture', async () => {
    const { contractStats } = await ask<{
      contractStats: {
        serviceCategory: string;
        buyerPrefecture: string | null;
        count: number;
        reportedValue: string | null;
      }[];
    }>('12-value-by-service-and-prefecture');
    const expected = await hub.sql<{
      category: string;
      prefecture: string | null;
      count: number;
      value: string | null;
    }>(`
      select service_category as category, buyer_prefecture as prefecture, count(*)::int, sum(reported_value)::text as value
      from trade_events.contract where currency = 'USD' group by 1, 2`);
    const found = contractStats.map((row) =>
      [row.serviceCategory, row.buyerPrefecture, row.count, Number(row.reportedValue ?? 0)].join(' '),
    );
    expect(found.sort()).toEqual(
      expected.map((row) => [row.category, row.prefecture, row.count, Number(row.value ?? 0)].join(' ')).sort(),
    );
    expect(expected.length).toBeGreaterThan(1);
  });

  test('14 who said this number, and what superseded it', async () => {
    const { statements } = await ask<{
      statements: List<{
        predicate: string;
        statedBy: { name: string } | null;
        locator: string | null;
        supersededBy: { value: string } | null;
      }>;
    }>('14-who-said-this-number');
    const said = statements.nodes.map(({ statedBy, locator, supersededBy }) => [
      statedBy?.name,
      locator,
      supersededBy?.value,
    ]);
    expect(said).toContainEqual(['Wakako Sakurai', 'L9', undefined]);
    expect(said.find(([name]) => name === 'Cabinet of Japan')?.[2]).toBe('805700');
    const [row] = await hub.sql<{ count: number }>(
      `select count(*)::int from sectors.statement where value = '820000'`,
    );
    expect(statements.nodes).toHaveLength(row?.count ?? 0);
  });

  test('15 one company page', async () => {
    const [employer] = await hub.sql<{ slug: string }>(`select accepting_company as slug from people.placement
      where accepting_company is not null group by 1 order by count(*) desc limit 1`);
    const { company } = await ask<{
      company: {
        slug: string;
        placements: List<{ reference: string; startedOn: string | null; sector: { name: string } }>;
        placementStats: { state: string; count: number }[];
      };
    }>('15-company-page', { slug: employer?.slug });
    const expected = await hub.sql<{ reference: string }>(
      'select reference from people.placement where accepting_company = $1 order by started_on desc nulls last, pk desc',
      [employer?.slug],
    );
    expect(company.placements.totalCount).toBe(expected.length);
    expect(company.placements.nodes.map(({ reference }) => reference)).toEqual(
      expected.slice(0, 10).map(({ reference }) => reference),
    );
    const byState = await hub.sql<{ state: string; count: number }>(
      'select state, count(*)::int from people.placement where $1 in (accepting_company, sending_company, support_company) group by 1',
      [employer?.slug],
    );
    expect(Object.fromEntries(company.placementStats.map(({ state, count }) => [state, count]))).toEqual(
      Object.fromEntries(byState.map(({ state, count }) => [state, count])),
    );
    const page = await ask<{ company: object }>('15-company-page', { slug: 'oec' });
    expect(page.company).toMatchObject({
      name: 'Overseas Employment Corporation',
      officers: [{ title: 'Managing Director', person: { name: 'Naseer Khan Kashani' } }],
      agreements: { totalCount: 1, nodes: [{ signedOn: '2025-05-02', parties: [{ slug: 'plusw' }, { slug: 'oec' }] }] },
    });
  });

  test('the two facts that the article is about', async () => {
    const answer = await ask<{ agreements: List<object>; tradeEvent: { statements: object[] } }>('the-two-facts');
    expect(answer.agreements.nodes).toMatchObject([
      {
        renewal: true,
        addedFieldCount: 14,
        parties: [{ slug: 'plusw' }, { slug: 'oec' }],
        signatories: [{ name: 'Naseer Khan Kashani' }],
        event: { slug: 'hr-stakeholders-meeting-2025' },
        scopeBefore: [{ code: 'it' }],
        scopeAdded: [{ code: 'agriculture' }, { code: 'construction' }],
      },
    ]);
    const values = answer.tradeEvent.statements.map(
      (each) => each as { value: string; operator: string; statedBy: { name: string } | null },
    );
    expect(values).toContainEqual(expect.objectContaining({ value: '15', statedBy: { name: 'Shaza Fatima' } }));
    expect(values).toContainEqual(
      expect.objectContaining({ value: '600000', operator: 'GT', statedBy: { name: 'Shaza Fatima' } }),
    );
  });

  test.each(
    readdirSync(projectFile('examples')).filter((file) => file.endsWith('.graphql')),
  )('%s runs as it stands', async (file) => {
    const name = file.replace('.graphql', '');
    expect(Object.keys(await ask<object>(name)).length).toBeGreaterThan(0);
    expect(example(name).document).toMatch(/^# .+\n# Token: (none|partner|ministry)\b.*\n# .+\n(query|fragment)/);
  });
});
