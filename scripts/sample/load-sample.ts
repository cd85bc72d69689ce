import type { Hub } from '../../gateway/hub.js';
import { OperatorError } from '../../kit/errors.js';
import { formatReport } from '../../kit/import/report.js';
import { rowsOf } from '../../kit/import/rows.js';
import { runImport } from '../../kit/import/run-import.js';
import * as subgraphs from '../../subgraphs/index.js';
import { showProgress } from '../import-progress.js';
import { generateSample } from './generate-sample.js';

/** Generates a sample and loads it as an operator's sheets are loaded, each row marked synthetic. */
export async function loadSample(
  hub: Hub,
  options: { placements: number; seed: number },
  progress: (line: string) => void,
): Promise<void> {
  const { cluster, lookup } = hub;
  if (!cluster) throw new OperatorError('every subgraph runs elsewhere: load the sample where their database is');
  const imports = Object.values(subgraphs).flatMap((subgraph) => subgraph.imports);
  const today = new Date().toISOString().slice(0, 10);
  const load = async (kind: string, records: Iterable<Record<string, string>>) => {
    const definition = imports.find((each) => each.kind === kind);
    if (!definition) throw new Error(`no import of kind ${kind}`);
    const report = await runImport(definition, rowsOf(definition, records), {
      databaseUrl: cluster.ownerUrl,
      lookup,
      marks: { synthetic: true },
      onProgress: showProgress(),
    });
    if (report.problemCount > 0) throw new Error(formatReport(report));
  };
  progress(
    `Making up ${options.placements.toLocaleString('en')} placements and what belongs to them, each row marked synthetic …`,
  );
  await generateSample({ ...options, today }, { load }, progress);
}
