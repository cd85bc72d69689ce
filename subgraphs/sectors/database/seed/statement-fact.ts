import type { Confidence } from '../../../../kit/schema/confidence.js';
import type { StatementOperator, StatementSubjectType, StaterType } from '../../statement/statement.enums.js';

/** A statement as the tables of this folder write it down. */
export interface StatementFact {
  /** Stays for ever: the statement's id is made of it. */
  readonly key: string;
  readonly about: readonly [StatementSubjectType, string];
  readonly predicate: string;
  readonly value: string;
  /** EQ where it is not given. */
  readonly operator?: StatementOperator;
  readonly unit?: string;
  readonly by?: readonly [StaterType, string];
  readonly asOf?: string;
  readonly source: string;
  /** Where in the source it stands, e.g. `L18`. */
  readonly line?: string;
  readonly confidence: Confidence;
  readonly supersededBy?: string;
  readonly note?: string;
}

/** Writes down once what a group of statements has in common; a statement's own word wins. */
export function statementsWith<Common extends Partial<StatementFact>>(
  common: Common,
  facts: readonly (Omit<StatementFact, keyof Common> &
    Partial<Pick<StatementFact, keyof Common & keyof StatementFact>>)[],
): StatementFact[] {
  return facts.map((fact) => ({ ...common, ...fact }) as unknown as StatementFact);
}

/** The row of table `statement`. */
export function statementRow(fact: StatementFact) {
  const [subjectType, subjectKey] = fact.about;
  const [statedByType, statedByKey] = fact.by ?? [null, null];
  return {
    key: fact.key,
    subjectType,
    subjectKey,
    predicate: fact.predicate,
    value: fact.value,
    operator: fact.operator ?? 'EQ',
    unit: fact.unit ?? null,
    statedByType,
    statedByKey,
    asOf: fact.asOf ?? null,
    sourceKey: fact.source,
    locator: fact.line ?? null,
    confidence: fact.confidence,
    supersededByKey: fact.supersededBy ?? null,
    note: fact.note ?? null,
  };
}
