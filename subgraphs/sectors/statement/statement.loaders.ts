import { type RawBuilder, sql } from 'kysely';
import { type Batched, batched, rowByKey, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { readList } from '../../../kit/list/list.js';
import { StatementEntity } from './statement.entity.js';
import type { StatementSubjectType, StaterType } from './statement.enums.js';
import { type StatementsArgs, statementFilter, statementOrder } from './statement.input.js';
import { Statement } from './statement.type.js';

const statements = tableOf(StatementEntity);
const newestFirst = sql`r.as_of desc nulls last, r.pk`;

export const StatementConnection = connectionOf(Statement, 'Statement', 'statements');

const statementList: ListDefinition<Statement> = {
  table: statements,
  filter: statementFilter,
  order: statementOrder,
  defaultOrder: [{ field: 'AS_OF', direction: 'DESC' }],
  connection: StatementConnection,
};

export function statementLoaders(reader: Reader) {
  const about = (type: StatementSubjectType) =>
    statementsByParty(reader, 'subjectKey', sql`${statements.column('subjectType')} = ${type}`);
  const madeBy = (type: StaterType) =>
    statementsByParty(reader, 'statedByKey', sql`${statements.column('statedByType')} = ${type}`);
  return {
    statements: (args: StatementsArgs) => readList(reader, statementList, args),
    statementByKey: rowByKey<Statement>(reader, statements, 'key'),
    statementsSupersededBy: rowsByParent<Statement>(reader, statements, 'supersededByKey', newestFirst),
    statementsAboutSector: about('SECTOR'),
    statementsAboutProgramme: about('PROGRAMME'),
    statementsAboutCompany: about('COMPANY'),
    statementsAboutTradeEvent: about('TRADE_EVENT'),
    statementsAboutAgreement: about('AGREEMENT'),
    statementsAboutPerson: about('PERSON'),
    statementsMadeByPerson: madeBy('PERSON'),
    statementsMadeByCompany: madeBy('COMPANY'),
  };
}

/** The statements that have one party of a kind, by that party's key: one statement of SQL for all parties of a batch. */
function statementsByParty(
  reader: Reader,
  property: 'subjectKey' | 'statedByKey',
  kind: RawBuilder<unknown>,
): Batched<string, Statement[]> {
  return batched(async (keys) => {
    const rows = await reader.rows<Statement>(sql`
      select ${statements.selection} from ${statements.name} r
      where ${kind} and ${statements.column(property)} = any(${keys}) order by ${newestFirst}`);
    const byKey = Map.groupBy(rows, (row) => row[property]);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}
