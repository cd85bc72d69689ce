/** `npm run import -- <kind> FILE.csv [--dry-run] [--empties-values]`: loads an operator's sheet, all of it or nothing. */
import { parseArgs } from 'node:util';
import { openHub } from '../gateway/hub.js';
import { OperatorError } from '../kit/errors.js';
import { csvFile } from '../kit/import/csv-rows.js';
import type { ImportDefinition } from '../kit/import/definition.js';
import { formatReport, isRefused } from '../kit/import/report.js';
import { runImport } from '../kit/import/run-import.js';
import { logger } from '../kit/logger.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { requireDatabase } from './hub-folder.js';
import { showProgress } from './import-progress.js';
import { runScript } from './run-script.js';
import { declineFirstSample } from './sample/first-sample.js';

const USAGE = 'npm run import -- <kind> FILE.csv [--dry-run] [--empties-values]';

await runScript(async ({ asked }) => {
  const environment = hubEnvironment();
  const { definition, file, dryRun, emptiesValues } = readArguments(environment);
  requireDatabase(environment);
  const hub = await openHub({
    subgraphs: Object.values(subgraphs),
    environment,
    log: logger,
    progress: (line) => console.log(line),
    signal: asked,
  });
  try {
    if (!hub.cluster) throw new OperatorError('every subgraph runs elsewhere: import where their database is');
    const report = await runImport(definition, await csvFile(file, definition), {
      databaseUrl: hub.cluster.ownerUrl,
      lookup: hub.lookup,
      names: hub.names,
      dryRun,
      emptiesValues,
      onProgress: showProgress(),
      signal: asked,
    });
    console.log(formatReport(report));
    if (report.problemCount > 0 || (isRefused(report) && !dryRun)) process.exitCode = 1;
    else if (!dryRun) await declineFirstSample(hub);
  } finally {
    await hub.close();
  }
});

function readArguments(npm: { dryRun: boolean; emptiesValues: boolean }) {
  const { values, positionals } = parse();
  const [kind, file, ...more] = positionals;
  const imports = Object.values(subgraphs).flatMap((subgraph) => subgraph.imports);
  const definition = imports.find((each) => each.kind === kind);
  const kinds = `The kinds are ${imports.map((each) => each.kind).join(', ')}.`;
  if (kind && !definition) throw new OperatorError(`there is no kind "${kind}". ${kinds}`);
  if (definition && !file) throw new OperatorError(`${USAGE}\n${describeColumns(definition)}`);
  if (!definition || !file || more.length > 0) throw new OperatorError(`${USAGE}. ${kinds}`);
  return {
    definition,
    file,
    dryRun: values['dry-run'] ?? npm.dryRun,
    emptiesValues: values['empties-values'] ?? npm.emptiesValues,
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, 'empties-values': { type: 'boolean' } },
    });
  } catch (error) {
    throw new OperatorError(`${USAGE}: ${error instanceof Error ? error.message : error}`);
  }
}

/** What stands in a sheet of this kind, a line for each column. */
function describeColumns({ kind, columns, key }: ImportDefinition): string {
  const lines = Object.entries(columns).map(([name, { cell, description }]) => {
    const needed = key.includes(name) ? ' (key)' : cell.required ? ' (a new row needs it)' : '';
    return `  ${name}${needed}: ${description} Write ${cell.expects}.`;
  });
  return [
    `The columns of ${kind}, in any order. Those of the key must be there. An empty cell means unknown;`,
    'a column that the sheet does not have leaves what the hub holds as it is.',
    ...lines,
  ].join('\n');
}
