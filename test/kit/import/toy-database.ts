import pg from 'pg';
import { formatProblem, formatReport } from '../../../kit/import/report.js';
import { type ImportOptions, runImport } from '../../../kit/import/run-import.js';
import { freshDatabase } from '../../testkit/postgres.js';
import { sheet } from '../../testkit/sheet.js';
import { TOY_TABLES, workers } from './toy-import.js';

/** A database with the tables of the toy kind, into which sheets load as an operator's do. Every company and sector is known. */
export async function openToyDatabase() {
  const database = await freshDatabase();
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  await client.query(TOY_TABLES);
  return {
    /** Loads a sheet, given line by line. */
    async load(lines: readonly string[], options: Partial<ImportOptions> = {}) {
      const report = await runImport(workers, sheet(workers, ...lines), {
        databaseUrl: database.ownerUrl,
        lookup: async (_typeName, keyField, keys) => keys.map((key) => ({ [keyField]: key, country: 'JP' })),
        ...options,
      });
      return { ...report, text: formatReport(report), problemLines: report.problems.map(formatProblem) };
    },
    /** The rows of a select, each a list of its values. */
    stored: async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows,
    clear: () => client.query('truncate toy.worker cascade'),
    async close() {
      await client.end();
      await database.drop();
    },
  };
}

export type ToyDatabase = Awaited<ReturnType<typeof openToyDatabase>>;
