import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../errors.js';
import { makeFolder } from '../folder.js';

/**
 * The content of a file that only its owner can read. If there is no file yet, a secret is generated and written. Processes that start
 * together get the same secret: each links a finished draft into place, which only the first can do, and then reads the file.
 * @throws OperatorError if the file cannot be read or written
 */
export function secretFile(file: string, draw: () => string): string {
  try {
    return readIfThere(file) ?? create(file, draw());
  } catch (error) {
    throw new OperatorError(`${file} cannot be read or made: ${error instanceof Error ? error.message : error}`);
  }
}

function create(file: string, secret: string): string {
  makeFolder(dirname(file));
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
