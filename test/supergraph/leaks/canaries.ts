import {
  type Asker,
  handles,
  isOwn,
  seesCandidate,
  seesContract,
  seesPerson,
  seesPlacement,
  supports,
} from './roles.js';
import { CONTRACTS, PEOPLE, PLACEMENTS, type Row } from './sheets.js';

/** A text that stands in one hidden cell and nowhere else. */
export interface Canary {
  readonly text: string;
  /** The cell, for who reads a failure. */
  readonly cell: string;
  /** The kind of row, by the type that shows it. */
  readonly of: 'Person' | 'Candidate' | 'Placement' | 'Contract';
  seenBy(asker: Asker): boolean;
}

type Sees = (asker: Asker, row: Row) => boolean;

export const idOf = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');

function cells(of: Canary['of'], row: Row, sees: Sees, columns: readonly string[]): Canary[] {
  return columns.map((column) => ({
    text: row[column] as string,
    cell: `${row.reference} ${column}`,
    of,
    seenBy: (asker) => sees(asker, row),
  }));
}

function made(of: Canary['of'], row: Row, sees: Sees, texts: Record<string, string>): Canary[] {
  const columns = Object.keys(texts);
  return cells(of, { ...row, ...texts, reference: row.reference as string }, (asker) => sees(asker, row), columns);
}

const NAMES = ['reference', 'family_name', 'given_name', 'name_native'];
const NUMBERS = ['passport_number', 'cnic', 'phone'];

const ofPerson = (row: Row): Canary[] => [
  ...cells('Person', row, seesPerson, NAMES),
  ...cells('Person', row, handles, [...NUMBERS, 'date_of_birth', 'email']),
  ...made('Person', row, isOwn, { nationality: `"nationality":"${row.nationality}"` }),
  ...made('Person', row, supports, {
    passport_masked: `••••${row.passport_number?.slice(-4)}`,
    cnic_masked: `••••${row.cnic?.slice(-4)}`,
    phone_masked: `••••${row.phone?.slice(-4)}`,
  }).map((canary) => ({ ...canary, seenBy: (asker: Asker) => supports(asker, row) })),
  ...made('Person', row, handles, { purpose: purposeOf(row) }),
  ...made('Person', row, seesPerson, { id: idOf('Person', row.reference as string) }),
  ...cells('Candidate', row, seesCandidate, ['jft_basic_on']),
  ...made('Candidate', row, seesCandidate, {
    skills_test: row.skills_tests?.split('@')[1] as string,
    candidate_id: idOf('Candidate', row.reference as string),
  }),
];

const PLACEMENT_CELLS = [
  'reference',
  'occupation',
  'salary_jpy_month',
  'registered_on',
  'coe_number',
  'coe_applied_on',
  'coe_issued_on',
  'started_on',
  'ended_on',
  'end_reason',
];

const ofPlacement = (row: Row): Canary[] => [
  ...cells('Placement', row, seesPlacement, PLACEMENT_CELLS),
  ...made('Placement', row, seesPlacement, {
    id: idOf('Placement', row.reference as string),
    document: documentOf(row),
    recorder: recorderOf(row),
  }),
];

const CONTRACT_CELLS = [
  'reference',
  'reported_value',
  'evidenced_value',
  'realised_value',
  'lead_on',
  'signed_on',
  'evidence',
];

const ofContract = (row: Row): Canary[] => [
  ...cells('Contract', row, seesContract, CONTRACT_CELLS),
  ...made('Contract', row, seesContract, {
    id: idOf('Contract', row.reference as string),
    milestone: milestoneOf(row),
  }),
];

/** What the sheets have no column for; it is written by SQL. */
export const documentOf = (row: Row) => `canary document ${row.reference}`;
export const recorderOf = (row: Row) => `canary recorder ${row.reference}`;
export const purposeOf = (row: Row) => `canary purpose ${row.reference}`;
export const milestoneOf = (row: Row) => row.realised_value?.replace('51064', '48357') as string;

export const CANARIES: readonly Canary[] = [
  ...PEOPLE.flatMap(ofPerson),
  ...PLACEMENTS.flatMap(ofPlacement),
  ...CONTRACTS.flatMap(ofContract),
];

/** The canaries in an answer as it went over the wire, and in what its ids and cursors have inside. */
export function canariesIn(body: string): Canary[] {
  const inside = [...new Set(body.match(/[\w-]{12,}/g) ?? [])].map((text) => Buffer.from(text, 'base64url').toString());
  const text = [body, ...inside].join('\n');
  return CANARIES.filter((canary) => text.includes(canary.text));
}
