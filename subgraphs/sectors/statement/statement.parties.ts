import { createUnionType } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Agreement } from '../agreement/agreement.stub.js';
import { Company } from '../company/company.stub.js';
import type { SectorsContext } from '../context.js';
import { Person } from '../person/person.stub.js';
import { Programme } from '../programme/programme.type.js';
import { Sector } from '../sector/sector.type.js';
import { TradeEvent } from '../trade-event/trade-event.stub.js';
import type { StatementSubjectType } from './statement.enums.js';
import type { Statement } from './statement.type.js';

/** A member of a union as its type resolver knows it. */
interface Typed {
  readonly __typename: string;
}

export const StatementSubject = createUnionType({
  name: 'StatementSubject',
  description: 'What a statement can be about.',
  types: () => [Sector, Programme, Company, TradeEvent, Agreement, Person] as const,
});

export const Stater = createUnionType({
  name: 'Stater',
  description: 'Who can make a statement: a person, or a company or public body.',
  types: () => [Person, Company] as const,
});

type Find = (key: string, context: SectorsContext) => Typed | null | Promise<Typed | null>;

const company: Find = (slug) => ({ __typename: 'Company', slug });
const person: Find = (reference) => ({ __typename: 'Person', id: globalId('Person', reference) });

const SUBJECTS: Record<StatementSubjectType, Find> = {
  SECTOR: async (code, { loaders }) => typed('Sector', await loaders.sectorByCode.load(code)),
  PROGRAMME: async (code, { loaders }) => typed('Programme', await loaders.programmeByCode.load(code)),
  COMPANY: company,
  TRADE_EVENT: (slug) => ({ __typename: 'TradeEvent', slug }),
  AGREEMENT: (slug) => ({ __typename: 'Agreement', id: globalId('Agreement', slug) }),
  PERSON: person,
};

/** What the statement is about: the row where it is ours, else the stub that its owner completes. */
export function subjectOf({ subjectType, subjectKey }: Statement, context: SectorsContext) {
  return SUBJECTS[subjectType](subjectKey, context);
}

/** Who made the statement, or null where its source names nobody. */
export function staterOf({ statedByType, statedByKey }: Statement, context: SectorsContext) {
  if (statedByType == null || statedByKey == null) return null;
  return (statedByType === 'PERSON' ? person : company)(statedByKey, context);
}

function typed<Row extends object>(__typename: string, row: Row | null) {
  return row && Object.assign(row, { __typename });
}
