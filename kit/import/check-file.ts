import { checkNewRows, fillAbsentColumns } from './absent-columns.js';
import type { ImportDefinition, StagedFile } from './definition.js';
import { applyLateRules } from './late-rules.js';
import type { ProblemList } from './problem.js';
import type { EntityLookup } from './reference.js';
import { checkReferences } from './reference-check.js';
import type { RowEncoder } from './row-encoder.js';
import { checkKeys, runSetChecks } from './set-checks.js';
import { ownerChecks } from './sole-owner.js';
import { analyzeStaging } from './staging.js';

/** Checks the staged rows against each other and against the hub; whole rows are staged when it is done. */
export async function checkFile(
  file: StagedFile,
  definition: ImportDefinition,
  encoder: RowEncoder,
  lookup: EntityLookup | undefined,
  problems: ProblemList,
): Promise<void> {
  const { transaction, absent } = file;
  await analyzeStaging(transaction);
  if (!encoder.keysAscend) await checkKeys(transaction, definition, problems);
  await checkReferences(transaction, definition, lookup, (column) => encoder.valuesOf(column), problems);
  await definition.prepare?.(file);
  if (absent.length > 0) {
    await fillAbsentColumns(transaction, definition, absent);
    await checkNewRows(transaction, definition, absent, problems);
    await applyLateRules(transaction, definition, absent, problems);
  }
  const checks = [...ownerChecks(definition, absent), ...(definition.checks ?? [])];
  await runSetChecks(transaction, definition, checks, problems);
}
