import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'log';
const STARTUP_FILE = 'server.log';

const KEPT_FILES = 5;
const MAX_STARTUP_BYTES = 1024 * 1024;

/**
 * The server's log is about the server. The hub hears of a statement that fails, and knows the request it belongs to; here it could
 * only leave personal data: in its text, in its values, or in the details that PostgreSQL quotes of a row.
 */
export const LOG_SETTINGS: Readonly<Record<string, string>> = {
  logging_collector: 'on',
  log_directory: FOLDER,
  log_filename: 'server-%Y%m%d-%H%M%S.log',
  log_file_mode: '0600',
  log_rotation_size: '10MB',
  log_rotation_age: '1d',
  // From LOG on, which PostgreSQL ranks above ERROR here.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
};

/** The log of one data folder's server: files of its own, and what it says before it has opened them. */
export class ServerLog {
  private readonly folder: string;
  /** Where the server writes until it has opened its own files. */
  readonly startupFile: string;

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, FOLDER);
    this.startupFile = join(dataFolder, STARTUP_FILE);
  }

  /** Removes the oldest files: PostgreSQL begins new ones and keeps all. */
  prune(): void {
    for (const file of this.files().slice(0, -KEPT_FILES)) rmSync(file, { force: true });
    if (sizeOf(this.startupFile) > MAX_STARTUP_BYTES) rmSync(this.startupFile, { force: true });
  }

  /** What is written from now on: a function that gives the last serious line of it, and its file. */
  listen(): () => { file: string; line: string } | undefined {
    const sizes = new Map(this.all().map((file) => [file, sizeOf(file)]));
    return () => {
      const lines = this.all().flatMap((file) => seriousLines(file, sizes.get(file) ?? 0));
      return lines.at(-1);
    };
  }

  private all(): string[] {
    return [this.startupFile, ...this.files()];
  }

  private files(): string[] {
    try {
      // Their names are in the order of time.
      return readdirSync(this.folder)
        .filter((name) => /^server-[\d-]+\.log$/.test(name))
        .sort()
        .map((name) => join(this.folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function seriousLines(file: string, from: number): { file: string; line: string }[] {
  if (sizeOf(file) <= from) return [];
  return readFileSync(file)
    .subarray(from)
    .toString()
    .split('\n')
    .filter((line) => /FATAL:|PANIC:|Address already in use/.test(line))
    .map((line) => ({ file, line: line.replace(/^.*?(?:FATAL|PANIC|LOG): +/, '') }));
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
