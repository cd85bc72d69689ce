/** `npm run sample -- --placements N [--seed S]`: synthetic rows, each marked as such; with `--remove` they go. */
import { parseArgs } from 'node:util';
import { openHub } from '../gateway/hub.js';
import { OperatorError } from '../kit/errors.js';
import { logger } from '../kit/logger.js';
import { unlessAborted } from '../kit/unless-aborted.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { requireDatabase } from './hub-folder.js';
import { runScript } from './run-script.js';
import { declineFirstSample } from './sample/first-sample.js';
import { loadSample, removeSample } from './sample/load-sample.js';

const USAGE = 'npm run sample -- --placements N [--seed S], or --remove';

await runScript(async ({ asked }) => {
  const options = readArguments();
  const environment = hubEnvironment();
  if (!options) requireDatabase(environment);
  const progress = (line: string) => console.log(line);
  const hub = await openHub({
    subgraphs: Object.values(subgraphs),
    environment,
    log: logger,
    progress,
    signal: asked,
  });
  try {
    if (options) await unlessAborted(asked, loadSample(hub, options, progress));
    else progress(await unlessAborted(asked, removeSample(hub)));
    await declineFirstSample(hub);
  } finally {
    await hub.close();
  }
});

/** What to make up; undefined where the sample is to go. */
function readArguments() {
  const { placements, seed, remove } = parse();
  if (remove && placements !== undefined) throw new OperatorError(`${USAGE}: not both`);
  if (remove) return undefined;
  const sample = { placements: wholeNumber('--placements', placements), seed: wholeNumber('--seed', seed) };
  return sample.placements === 0 ? undefined : sample;
}

function parse() {
  try {
    return parseArgs({
      options: { placements: { type: 'string' }, seed: { type: 'string', default: '1' }, remove: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new OperatorError(`${USAGE}: ${error instanceof Error ? error.message : error}`);
  }
}

function wholeNumber(option: string, value: string | undefined): number {
  const number = Number(value);
  if (value && /^\d+$/.test(value) && number <= 10_000_000) return number;
  throw new OperatorError(`${USAGE}: ${option} must be a whole number from 0 to 10000000 (it is "${value ?? ''}")`);
}
