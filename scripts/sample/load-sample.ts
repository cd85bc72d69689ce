import type { Hub } from '../../gateway/hub.js';
import { forgetSynthetic } from '../../kit/database/synthetic.js';
import { OperatorError } from '../../kit/errors.js';
import { formatReport, isRefused } from '../../kit/import/report.js';
import { rowsOf } from '../../kit/import/rows.js';
import { runImport } from '../../kit/import/run-import.js';
import { databaseOf } from '../../kit/subgraph.js';
import * as list from '../../subgraphs/index.js';
import { generateSample } from './generate-sample.js';

const subgraphs = Object.values(list);
const imports = subgraphs.flatMap((subgraph) => subgraph.imports);

/** Takes the sample away; gives what is to be told of it. @throws OperatorError where rows of an operator's refer to it */
export async function removeSample({ cluster }: Hub): Promise<string> {
  if (!cluster) throw new OperatorError('every subgraph runs elsewhere: remove the sample where their database is');
  const forgotten = await forgetSynthetic(subgraphs.map(databaseOf), cluster.ownerUrl);
  const counts = forgotten
    .filter(({ rows }) => rows > 0)
    .map(({ table, rows }) => `${table} ${rows.toLocaleString('en')}`);
  return counts.length > 0
    ? `The sample is gone; rows removed: ${counts.join(', ')}.`
    : 'There was no sample to remove.';
}

/**
 * Makes up a sample and loads it as an operator's sheets are loaded, each row marked synthetic. It takes the place of an earlier
 * sample: all samples have the same keys.
 */
export async function loadSample(
  { cluster, lookup }: Hub,
  options: { placements: number; seed: number },
  progress: (line: string) => void,
): Promise<void> {
  if (!cluster) throw new OperatorError('every subgraph runs elsewhere: load the sample where their database is');
  const { ownerUrl: databaseUrl } = cluster;
  progress(
    `Making up ${options.placements.toLocaleString('en')} placements and what belongs to them, each row marked synthetic …`,
  );
  await forgetSynthetic(subgraphs.map(databaseOf), databaseUrl);

  const load = async (kind: string, records: Iterable<Record<string, string>>) => {
    const definition = imports.find((each) => each.kind === kind);
    if (!definition) throw new Error(`no import of kind ${kind}`);
    const source = rowsOf(definition, records);
    const report = await runImport(definition, source, { databaseUrl, lookup, marks: { synthetic: true } });
    if (isRefused(report)) throw new Error(formatReport(report));
  };
  const today = new Date().toISOString().slice(0, 10);
  await generateSample({ ...options, today }, { load }, progress);
}
