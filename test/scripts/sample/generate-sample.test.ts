import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../../scripts/sample/generate-sample.js';
import type { SampleRow } from '../../../scripts/sample/sample-row.js';
import { sectorRows } from '../../../subgraphs/sectors/database/seed/sectors.js';
import { KINDS, type Sheets, SMALL, sheetsOf } from './sheets.js';

const hash = (sheets: unknown) => createHash('sha256').update(JSON.stringify(sheets)).digest('hex');

let sheets: Sheets;
beforeAll(async () => {
  sheets = await sheetsOf(SMALL);
});

describe('the same options', () => {
  it('give the same rows, byte for byte', async () => {
    expect(hash(await sheetsOf({ ...SMALL }))).toBe(hash(sheets));
  });

  it('give the same first rows to a sink that reads no further', async () => {
    const first: Record<string, SampleRow | undefined> = {};
    const sink = {
      async load(kind: string, records: Iterable<SampleRow>) {
        for (const row of records) {
          first[kind] = row;
          break;
        }
      },
    };
    await generateSample(SMALL, sink, () => undefined);
    expect(first).toEqual(Object.fromEntries(KINDS.map((kind) => [kind, sheets[kind][0]])));
  });

  it('give other rows with another seed or on another day', async () => {
    const others = await Promise.all([sheetsOf({ ...SMALL, seed: 2 }), sheetsOf({ ...SMALL, today: '2026-11-24' })]);
    for (const other of others) {
      for (const kind of ['people', 'placements', 'placement-events', 'contracts'] as const)
        expect(hash(other[kind])).not.toBe(hash(sheets[kind]));
    }
  });
});

it('makes a row only when it is read, so that the largest sample needs no more memory than the smallest', async () => {
  const first: (string | undefined)[] = [];
  const sink = {
    async load(_kind: string, records: Iterable<SampleRow>) {
      for (const { reference } of records) {
        first.push(reference);
        break;
      }
    },
  };
  await generateSample({ ...SMALL, placements: 1_000_000_000 }, sink, () => undefined);
  expect(first.filter(Boolean)).toEqual(['S-P-0000001', 'S-PL-0000001', 'S-C-00001']);
});

it('loads every kind after those that it refers to', async () => {
  expect(Object.keys(sheets)).toEqual(KINDS);
});

it('tells how many rows of each kind it has made', async () => {
  const lines: string[] = [];
  const sink = { load: async (_kind: string, records: Iterable<SampleRow>) => void [...records] };
  await generateSample(SMALL, sink, (line) => lines.push(line));
  expect(lines).toHaveLength(KINDS.length);
  expect(lines).toContain('sample: people: 2,300 rows');
});

describe('references', () => {
  const setOf = (kind: keyof Sheets, column: string) => new Set(sheets[kind].map((row) => row[column]));
  const strangers = (kind: keyof Sheets, column: string, known: ReadonlySet<string | undefined>) =>
    sheets[kind].map((row) => row[column]).filter((key) => key && !known.has(key));

  it('name rows that are there', () => {
    const companies = setOf('companies', 'slug');
    expect(strangers('people', 'registered_by', companies)).toEqual([]);
    expect(strangers('exhibits', 'company', companies)).toEqual([]);
    expect(strangers('exhibits', 'event', setOf('events', 'slug'))).toEqual([]);
    expect(strangers('placements', 'person', setOf('people', 'reference'))).toEqual([]);
    for (const role of ['sending_company', 'accepting_company', 'support_company'])
      expect(strangers('placements', role, companies)).toEqual([]);
    expect(strangers('placement-events', 'placement', setOf('placements', 'reference'))).toEqual([]);
    expect(strangers('contracts', 'event', setOf('events', 'slug'))).toEqual([]);
    expect(strangers('contracts', 'exhibitor', companies)).toEqual([]);
    expect(strangers('contracts', 'buyer', companies)).toEqual([]);
  });

  it('name each row once', () => {
    const keys = {
      companies: 'slug',
      people: 'reference',
      events: 'slug',
      placements: 'reference',
      contracts: 'reference',
    };
    for (const [kind, key] of Object.entries(keys))
      expect(setOf(kind as keyof Sheets, key).size).toBe(sheets[kind as keyof Sheets].length);
    expect(new Set(sheets.exhibits.map(({ event, company }) => `${event} ${company}`)).size).toBe(
      sheets.exhibits.length,
    );
    const steps = sheets['placement-events'].map(({ placement, occurred_on }) => `${placement} ${occurred_on}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('name the sectors of the hub, every one of them', () => {
    const codes = sectorRows.map(({ code }) => code).sort();
    expect([...setOf('placements', 'sector')].sort()).toEqual(codes);
  });

  it('name contracts of firms that were at the fair', () => {
    const exhibits = new Set(sheets.exhibits.map(({ event, company }) => `${event} ${company}`));
    expect(sheets.contracts.filter(({ event, exhibitor }) => !exhibits.has(`${event} ${exhibitor}`))).toEqual([]);
  });
});

describe('nothing of it is real', () => {
  const column = (kind: keyof Sheets, name: string) => sheets[kind].map((row) => row[name] as string);

  it('no key, by its prefix', () => {
    const slugs = [...column('companies', 'slug'), ...column('events', 'slug')];
    expect(slugs.filter((slug) => !slug.startsWith('sample-'))).toEqual([]);
    const references = ['people', 'placements', 'contracts'].flatMap((kind) =>
      column(kind as keyof Sheets, 'reference'),
    );
    expect(references.filter((reference) => !/^S-(P|PL|C)-\d{5,7}$/.test(reference))).toEqual([]);
  });

  it('no address, number or document', () => {
    expect(column('companies', 'corporate_number').filter(Boolean)).toEqual([]);
    expect(
      column('companies', 'website').filter((url) => !/^https:\/\/sample-[a-z0-9-]+\.example\/$/.test(url)),
    ).toEqual([]);
    expect(column('people', 'email').filter((email) => !email.endsWith('@people.example.com'))).toEqual([]);
    expect(column('people', 'phone').filter((phone) => !phone.startsWith('+999'))).toEqual([]);
    expect(column('people', 'passport_number').filter((passport) => !passport.startsWith('ZZ'))).toEqual([]);
    expect(column('people', 'cnic').filter((cnic) => cnic && !cnic.startsWith('00000-'))).toEqual([]);
    expect(column('contracts', 'evidence').filter((url) => url && !url.startsWith('https://example.com/'))).toEqual([]);
  });
});
