import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../../kit/project.js';
import { ITEMISED_NATIONALITIES, PREDICATES } from '../../../subgraphs/sectors/statement/statement.predicates.js';
import { seed as eventSeed } from '../../../subgraphs/trade-events/database/seed.js';
import type { TestSubgraph } from '../../testkit/subgraph.js';
import { openSeededSectors } from './seeded.js';

interface Row {
  key: string;
  subject_key: string;
  predicate: string;
  value: string;
  operator: string;
  unit: string | null;
  stated_by_key: string | null;
  as_of: string | null;
  source_key: string;
  locator: string | null;
  confidence: string;
  superseded_by_key: string | null;
}

describe('the seeded facts', () => {
  let subgraph: TestSubgraph;
  let rows: Row[];
  beforeAll(async () => {
    subgraph = await openSeededSectors();
    rows = await subgraph.sql<Row>('select * from sectors.statement order by pk');
  });
  afterAll(() => subgraph.close());

  const only = (predicate: string, subject: string) =>
    rows.filter((row) => row.predicate === predicate && row.subject_key === subject);
  const sum = (found: Row[]) => found.reduce((total, { value }) => total + Number(value), 0);

  it('have predicates that are documented, and document no other', () => {
    expect([...new Set(rows.map(({ predicate }) => predicate))].sort()).toEqual(Object.keys(PREDICATES).sort());
  });

  it('have a source each, and every source is used', async () => {
    const sources = await subgraph.sql<{ key: string }>('select key from sectors.source');
    const known = sources.map(({ key }) => key);
    expect([...new Set(rows.map((row) => row.source_key))].sort()).toEqual(known.sort());
  });

  it('give every figure as digits with a unit and a date', () => {
    const figures = rows.filter(({ unit }) => unit !== null);
    expect(figures.length).toBeGreaterThan(40);
    for (const { key, value, unit, as_of } of figures) {
      expect(value, key).toMatch(/^\d+$/);
      if (unit !== 'years') expect(as_of, key).not.toBeNull();
    }
  });

  it('locate every statement of the article by its line', () => {
    const article = rows.filter(({ source_key }) => source_key === 'bloompakistan-2025-05');
    const lines = [...new Set(article.map(({ locator }) => locator))];
    expect(lines).toEqual(['L2', 'L3', 'L4', 'L5', 'L7', 'L9', 'L10', 'L11', 'L12', 'L13', 'L17', 'L18']);
    expect(new Set(article.map(({ confidence }) => confidence))).toEqual(new Set(['REPORTED']));
  });

  it('never call reported or verified what rests on the hub alone', () => {
    const own = rows.filter(({ source_key }) => source_key === 'hub-notes');
    expect(new Set(own.map(({ confidence }) => confidence))).toEqual(new Set(['INFERRED', 'UNVERIFIED']));
    const others = rows.filter(({ source_key }) => source_key !== 'hub-notes');
    expect(new Set(others.map(({ confidence }) => confidence))).toEqual(new Set(['VERIFIED', 'REPORTED']));
  });

  it('stand behind every ministry and every SSW(ii) that a sector shows, as sure as it says', async () => {
    const sectors = await subgraph.sql<{ code: string; ministry: string; confidence: string; ssw2: boolean }>(
      'select code, ministry, ministry_confidence as confidence, ssw2 from sectors.sector where ssw_field',
    );
    expect(sectors).toHaveLength(16);
    expect(sectors.filter(({ confidence }) => confidence === 'UNVERIFIED').map(({ code }) => code)).toEqual([
      'automobile-transport',
      'railway',
      'forestry',
      'wood-products',
    ]);
    for (const { code, ministry, confidence, ssw2 } of sectors) {
      expect(only('ministry', code)).toMatchObject([{ value: ministry, confidence }]);
      expect(only('ssw2-available', code)).toMatchObject([{ value: String(ssw2), confidence: 'REPORTED' }]);
    }
  });

  it('are as sure of the days of an event as the event itself is', async () => {
    const steps = eventSeed.flatMap((step) => ('file' in step ? [step] : []));
    const events = await Promise.all(
      steps.map(async ({ file, marks }) => {
        const [, ...lines] = (await readFile(projectFile(file), 'utf8')).trim().split('\n');
        return lines.map((line) => ({ slug: line.split(',')[0] ?? '', confidence: marks?.confidence }));
      }),
    );
    expect(events.flat()).toHaveLength(8);
    for (const { slug, confidence } of events.flat())
      expect(only('held-on', slug), slug).toMatchObject([{ confidence }]);
  });

  it('lay what the hub concluded in nobody’s mouth', () => {
    const concluded = rows.filter(({ confidence }) => confidence === 'INFERRED');
    expect(concluded.map((row) => row.key)).toContain('it-ssw-field');
    for (const { key, stated_by_key } of concluded) expect(stated_by_key, key).toBeNull();
  });

  it('lead from every superseded statement to one that stands, without a circle', () => {
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const superseded = rows.filter((row) => row.superseded_by_key);
    expect(superseded.map(({ key }) => key)).toEqual(['ceiling-2024-total', 'ssw-fields-2024']);
    for (const start of superseded) {
      const path = new Set<string>();
      for (let row: Row | undefined = start; row; row = byKey.get(row.superseded_by_key ?? '')) {
        expect(path, `${start.key} comes round to ${row.key}`).not.toContain(row.key);
        path.add(row.key);
      }
      expect(byKey.get([...path].at(-1) ?? '')?.superseded_by_key).toBeNull();
    }
  });

  it('add up where they are parts of a whole', () => {
    const holders = ITEMISED_NATIONALITIES.flatMap((nationality) => only(`ssw1-holders-${nationality}`, 'ssw'));
    expect(sum(holders)).toBe(333_123);
    expect(sum(only('ssw1-holders', 'ssw'))).toBe(333_123);
    expect(sum([...only('ssw1-holders', 'ssw'), ...only('ssw2-holders', 'ssw')])).toBe(sum(only('ssw-holders', 'ssw')));
    const later = [...only('acceptance-ceiling', 'ssw'), ...only('acceptance-ceiling', 'ikusei-shuro')].filter(
      ({ key }) => key.includes('2026'),
    );
    expect(sum(later)).toBe(sum(only('combined-acceptance-ceiling', 'ssw')));
    const fields = rows.filter(
      ({ predicate, key }) => predicate === 'acceptance-ceiling' && /^ceiling-2024-(?!total)/.test(key),
    );
    expect(fields).toHaveLength(16);
    expect(sum(fields)).toBe(820_000);
  });

  it('keep the reported contracts of Japan IT Week as lower bounds of two sources', () => {
    const value = only('contract-value', 'japan-it-week-2025-spring');
    expect(value.map(({ operator, value, unit }) => `${operator} ${value} ${unit}`)).toEqual([
      'GT 600000 USD',
      'GT 600000 USD',
    ]);
    expect(value.map((row) => [row.source_key, row.locator, row.stated_by_key])).toEqual([
      ['bloompakistan-2025-05', 'L18', 'shaza-fatima'],
      ['zameen', null, null],
    ]);
    expect(only('firms-with-contracts', 'japan-it-week-2025-spring').map((row) => row.value)).toEqual(['15', '15']);
  });

  it('keep what disagrees side by side', () => {
    const values = (predicate: string, subject: string) => only(predicate, subject).map(({ value }) => value);
    expect(values('name-as-published', 'wakako-sakurai')).toEqual(['Wakak Sakurai', 'Wakako Sakurai', '櫻井稚子']);
    expect(values('name-as-published', 'plusw')).toEqual(['PlusW Inc.', 'Plus W Inc.']);
    expect(values('office', 'shaza-fatima')).toEqual([
      'Minister for Information Technology',
      'Minister of State for Information Technology',
    ]);
    expect(values('ssw-field', 'it')).toEqual(['false']);
    expect(values('first-field', 'ssw')).toEqual(['information technology']);
    expect(values('workers-needed', 'ssw')).toEqual(['820000']);
  });
});
