/** `npm run migrate`: brings the database up to date, as a job of its own. */
import { openHub } from '../gateway/hub.js';
import { OperatorError } from '../kit/errors.js';
import { logger } from '../kit/logger.js';
import * as subgraphs from '../subgraphs/index.js';
import { hubEnvironment } from './hub-environment.js';
import { runScript } from './run-script.js';

await runScript(async ({ asked }) => {
  const hub = await openHub({
    subgraphs: Object.values(subgraphs),
    environment: { ...hubEnvironment(), migratesAtStart: true },
    log: logger,
    progress: (line) => console.log(line),
    signal: asked,
  });
  const { cluster } = hub;
  await hub.close();
  if (!cluster) throw new OperatorError('every subgraph runs elsewhere: migrate where their database is');
  console.log('The database is up to date.');
});
