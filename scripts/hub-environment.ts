import { readEnvironment } from '../kit/environment.js';
import { logger } from '../kit/logger.js';

/** The environment of an entry point, with the log level that it asks for. */
export function hubEnvironment() {
  const environment = readEnvironment();
  logger.level = environment.logLevel;
  return environment;
}
