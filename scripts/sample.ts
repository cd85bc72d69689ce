/** `npm run sample -- --placements N [--seed S]`: synthetic rows, each marked as such. */
import { parseArgs } from 'node:util';
import { openHub } from '../gateway/hub.js';
import { OperatorError } from '../kit/errors.js';
import { logger } from '../kit/logger.js';
import { unlessAborted } from '../kit/unless-aborted.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { runScript } from './run-script.js';
import { declineFirstSample } from './sample/first-sample.js';
import { loadSample } from './sample/load-sample.js';

const USAGE = 'npm run sample -- --placements N [--seed S]';

await runScript(async ({ asked }) => {
  const options = readArguments();
  const progress = (line: string) => console.log(line);
  const hub = await openHub({
    subgraphs: Object.values(subgraphs),
    environment: hubEnvironment(),
    log: logger,
    progress,
    signal: asked,
  });
  try {
    await unlessAborted(asked, loadSample(hub, options, progress));
    await declineFirstSample(hub);
  } finally {
    await hub.close();
  }
});

function readArguments() {
  const { placements, seed } = parse();
  return { placements: wholeNumber('--placements', placements, 1), seed: wholeNumber('--seed', seed, 0) };
}

function parse() {
  try {
    return parseArgs({ options: { placements: { type: 'string' }, seed: { type: 'string', default: '1' } } }).values;
  } catch (error) {
    throw new OperatorError(`${USAGE}: ${error instanceof Error ? error.message : error}`);
  }
}

function wholeNumber(option: string, value: string | undefined, least: number): number {
  const number = Number(value);
  if (value && /^\d+$/.test(value) && number >= least && number <= 10_000_000) return number;
  throw new OperatorError(
    `${USAGE}: ${option} must be a whole number from ${least} to 10000000 (it is "${value ?? ''}")`,
  );
}
