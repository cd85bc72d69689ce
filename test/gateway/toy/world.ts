import { globalId } from '../../../kit/schema/global-id.js';

export type Row = Record<string, unknown>;

/** What a resolver of the toys gets beside its row: faults to raise instead of answering. */
export interface ToyContext {
  fault?: (type: string, field: string, row: Row) => unknown;
}

type Resolver = (row: Row, args: Row) => unknown;

const sectors: Row[] = [
  { code: 'care', names: { EN: 'Care', JA: '介護' }, ceiling: 60_000, notes: ['since 2019'] },
  { code: 'it', names: { EN: 'IT', JA: '情報' }, ceiling: 10, notes: null },
];

const companies: Row[] = [
  { slug: 'plusw', name: 'Plus W', kind: 'SENDING', size: 12, sector: 'care', parent: null, events: ['jitw', 'hr'] },
  { slug: 'komatsu', name: 'Komatsu', kind: 'ACCEPTING', size: null, sector: 'it', parent: 'plusw', events: ['jitw'] },
  { slug: 'oec', name: null, kind: 'SENDING', size: 300, sector: 'care', parent: null, events: [] },
].map((row) => ({
  __typename: 'Company',
  id: globalId('Company', row.slug),
  tags: ['a', row.slug],
  matrix: [[1, 2], null, [3]],
  address: { __typename: 'Address', city: 'Tokyo', lines: ['1-1', null], country: { code: 'JP' } },
  ...row,
}));

const events: Row[] = [
  {
    slug: 'jitw',
    title: 'Japan IT Week',
    hosts: ['plusw', 'komatsu'],
    guests: ['oec', null, 'plusw'],
    organiser: 'komatsu',
  },
  { slug: 'hr', title: 'HR Meeting', hosts: ['oec'], guests: null, organiser: 'plusw' },
];

const company = (slug: unknown) => companies.find((row) => row.slug === slug) ?? null;
const sector = (code: unknown) => sectors.find((row) => row.code === code) ?? null;
const event = (slug: unknown) => events.find((row) => row.slug === slug) ?? null;

/** Every field that is more than a property of its row. The same functions serve the subgraphs and the monolith. */
export const RESOLVERS: Record<string, Record<string, Resolver>> = {
  Query: {
    company: (_, { slug }) => company(slug),
    companies: () => companies,
    optionalCompanies: () => [company('plusw'), null, company('oec')],
    flagship: () => company('plusw'),
    things: () => [company('komatsu'), company('plusw')?.address],
    named: () => companies,
    echo: (_, args) => JSON.stringify({ filter: args.filter, first: args.first }),
    sector: (_, { code }) => sector(code),
    sectors: () => sectors,
    event: (_, { slug }) => event(slug),
    events: () => events,
  },
  Mutation: {
    rename: (_, { slug, to }) => ({ ...event(slug), title: to }),
    renameStrictly: (_, { slug, to }) => event(slug) && { ...event(slug), title: to },
  },
  Company: {
    sector: (row) => sector(row.sector),
    mainSector: (row) => sector(row.sector),
    parent: (row) => company(row.parent),
    rank: (row, { top }) => (row.size == null ? null : Number(row.size) + Number(top ?? 0)),
    events: (row, { first }) => (row.events as string[]).slice(0, Number(first)).map(event),
    firstEvent: (row) => event((row.events as string[])[0]),
  },
  Sector: {
    name: ({ names }, { language }) => (names as Row)[String(language)] ?? null,
  },
  Event: {
    hosts: (row) => (row.hosts as string[]).map(company),
    guests: (row) => (row.guests as (string | null)[] | null)?.map(company) ?? null,
    organiser: (row) => company(row.organiser),
  },
};

/** How a representation becomes the row again, with what the representation brought. */
export const REFERENCES: Record<string, (representation: Row) => Row | null> = {
  Company: ({ slug, id, size }) => {
    const row = companies.find((each) => each.slug === slug || each.id === id);
    return row ? { ...row, ...(size !== undefined && { size }) } : null;
  },
  Sector: ({ code }) => sector(code),
  Event: ({ slug }) => event(slug),
};
