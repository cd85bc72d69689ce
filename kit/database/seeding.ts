import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { csvFile } from '../import/csv-rows.js';
import type { ImportDefinition } from '../import/definition.js';
import type { EntityLookup } from '../import/reference.js';
import { formatReport, isRefused } from '../import/report.js';
import { runImport } from '../import/run-import.js';
import { withClient } from '../postgres/database.js';
import { projectFile } from '../project.js';
import type { SeedStep } from '../seed.js';
import { openOrm, type SubgraphDatabase } from './connect.js';

export interface Seeding {
  readonly database: SubgraphDatabase;
  readonly steps: readonly SeedStep[];
  readonly imports: readonly ImportDefinition[];
  readonly ownerUrl: string;
  readonly lookup: EntityLookup;
}

/** Whether this database has had every step. */
export async function isSeeded(
  { schema }: SubgraphDatabase,
  steps: readonly SeedStep[],
  url: string,
): Promise<boolean> {
  const { isThere, applied } = await withClient(url, (client) => appliedSteps(client, schema));
  return isThere && steps.every(({ name }) => applied.has(name));
}

/** Runs the steps that this database has not had yet. */
export async function seed({ database, steps, imports, ownerUrl, lookup }: Seeding): Promise<void> {
  const { schema } = database;
  const applied = await withClient(ownerUrl, async (client) => {
    await client.query(
      `create table if not exists ${schema}.seed (name text primary key, applied_at timestamptz not null default now())`,
    );
    return (await appliedSteps(client, schema)).applied;
  });
  const missing = steps.filter(({ name }) => !applied.has(name));
  if (missing.length === 0) return;
  const orm = await openOrm(database, ownerUrl, 1);
  try {
    for (const step of missing) {
      if ('kind' in step) await load(step, imports, ownerUrl, lookup);
      await orm.em.fork().transactional(async (em) => {
        if ('insert' in step) await step.insert(em as SqlEntityManager);
        await em
          .getConnection()
          .execute(`insert into ${schema}.seed (name) values (?)`, [step.name], 'run', em.getTransactionContext());
      });
    }
  } finally {
    await orm.close(true);
  }
}

async function appliedSteps(client: pg.Client, schema: string): Promise<{ isThere: boolean; applied: Set<string> }> {
  const { rows: tables } = await client.query(`select where to_regclass($1) is not null`, [`${schema}.seed`]);
  if (tables.length === 0) return { isThere: false, applied: new Set() };
  const { rows } = await client.query<{ name: string }>(`select name from ${schema}.seed`);
  return { isThere: true, applied: new Set(rows.map(({ name }) => name)) };
}

/** A sheet loads as an operator's would; loading it again after a crash changes nothing. */
async function load(
  step: Extract<SeedStep, { kind: string }>,
  imports: readonly ImportDefinition[],
  databaseUrl: string,
  lookup: EntityLookup,
): Promise<void> {
  const definition = imports.find(({ kind }) => kind === step.kind);
  if (!definition) throw new Error(`no import of kind ${step.kind}`);
  const marks = { synthetic: false, ...step.marks };
  const report = await runImport(definition, await csvFile(projectFile(step.file), definition), {
    databaseUrl,
    lookup,
    marks,
  });
  if (isRefused(report)) throw new Error(`seed ${step.name}: ${formatReport(report)}`);
}
