import { SECTORS } from './sectors.js';
import { type StatementFact, statementsWith } from './statement-fact.js';

const settled = { source: 'founding-notes', confidence: 'REPORTED' } as const;
const unsettled = { source: 'hub-notes', confidence: 'UNVERIFIED' } as const;

/** Behind every field's ministry, and whether SSW(ii) exists in it. */
export const fieldStatements: StatementFact[] = SECTORS.flatMap(({ code, ministry, ministryConfidence, ssw2 }) => {
  if (ministry === undefined) return [];
  const field = { about: ['SECTOR', code] } as const;
  return [
    ...statementsWith({ ...field, ...(ministryConfidence === 'UNVERIFIED' ? unsettled : settled) }, [
      { key: `ministry-${code}`, predicate: 'ministry', value: ministry },
    ]),
    ...statementsWith({ ...field, ...settled }, [
      { key: `ssw2-${code}`, predicate: 'ssw2-available', value: String(ssw2 ?? false) },
    ]),
  ];
});
