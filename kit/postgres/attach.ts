import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.js';
import { withClient } from './database.js';
import { type ServerFolder, type StartOptions, startPostmaster } from './postmaster.js';
import { type Postmaster, readPostmaster } from './postmaster-file.js';

const ANSWER_WITHIN_MS = 120_000;

/**
 * Finds the server of a data folder that runs already, orphans of a killed hub included, or starts it.
 * @returns the port it answers at.
 * @throws OperatorError, or the signal's reason
 */
export async function attachOrStart(
  server: ServerFolder & { readonly password: string },
  options: StartOptions,
): Promise<number> {
  const deadline = performance.now() + ANSWER_WITHIN_MS;
  while (performance.now() < deadline) {
    options.signal?.throwIfAborted();
    const running = readPostmaster(server.folder);
    if (!running) {
      await startPostmaster(server, options);
    } else if (running.port && (await answers(running.port, server.password))) {
      return running.port;
    } else {
      // It is starting, recovering or stopping.
      await sleep(100);
    }
  }
  throw silent(server.folder, readPostmaster(server.folder));
}

async function answers(port: number, password: string): Promise<boolean> {
  try {
    await withClient(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, (client) =>
      client.query('SELECT 1'),
    );
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '28P01') {
      throw new OperatorError('The running PostgreSQL does not take the password in secrets.json: restore that file');
    }
    return false;
  }
}

function silent(folder: string, postmaster: Postmaster | undefined): OperatorError {
  return new OperatorError(
    `The PostgreSQL of ${folder} (process ${postmaster?.pid ?? 'unknown'}) runs but does not answer: stop that process and start again`,
  );
}
