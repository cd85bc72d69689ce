import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { csvFile } from '../import/csv-rows.js';
import type { ImportDefinition } from '../import/definition.js';
import type { EntityLookup } from '../import/reference.js';
import { formatReport, isRefused } from '../import/report.js';
import { runImport } from '../import/run-import.js';
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

/** Runs the steps that this database has not had yet. */
export async function seed({ database, steps, imports, ownerUrl, lookup }: Seeding): Promise<void> {
  const orm = await openOrm(database, ownerUrl, 1);
  try {
    const applied = await appliedSteps(orm, database.schema);
    const missing = steps.filter(({ name }) => !applied.has(name));
    for (const step of missing) {
      if ('kind' in step) await load(step, imports, ownerUrl, lookup);
      await orm.em.fork().transactional(async (em) => {
        if ('insert' in step) await step.insert(em as SqlEntityManager);
        await em
          .getConnection()
          .execute(
            `insert into ${database.schema}.seed (name) values (?)`,
            [step.name],
            'run',
            em.getTransactionContext(),
          );
      });
    }
  } finally {
    await orm.close(true);
  }
}

async function appliedSteps(orm: MikroORM, schema: string): Promise<Set<string>> {
  const connection = orm.em.getConnection();
  await connection.execute(
    `create table if not exists ${schema}.seed (name text primary key, applied_at timestamptz not null default now())`,
  );
  const rows = await connection.execute<{ name: string }[]>(`select name from ${schema}.seed`);
  return new Set(rows.map(({ name }) => name));
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
