import type { Constructor, EntitySchema } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { logger } from '../logger.js';
import type { DatabaseFunction } from './functions.js';

/** Where a subgraph's rows are: its PostgreSQL schema, its tables, and how they came to be. */
export interface SubgraphDatabase {
  /** The PostgreSQL schema; the subgraph's name with underscores. */
  readonly schema: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly MigrationStep[];
  /** Functions that aggregate over rows that their caller may not see. Every migration creates them again. */
  readonly functions?: readonly DatabaseFunction[];
}

export interface MigrationStep {
  readonly name: string;
  readonly class: Constructor<Migration>;
}

/** MikroORM on one subgraph's schema, with a pool of its own. */
export function openOrm({ schema, entities, migrations }: SubgraphDatabase, url: string, connections = 10) {
  return MikroORM.init({
    clientUrl: url,
    schema,
    entities: [...entities],
    extensions: [Migrator],
    migrations: {
      tableName: 'migration',
      schema,
      migrationsList: [...migrations],
      snapshot: false,
      transactional: true,
    },
    pool: { min: 0, max: connections },
    driverOptions: { connectionTimeoutMillis: 5_000, application_name: `corridor-hub ${schema}` },
    // How far the first filling is does not belong to what the entities say, nor do the functions and triggers that each migration makes anew.
    schemaGenerator: { skipTables: ['seed'], ignoreRoutines: true, ignoreTriggers: true },
    ensureDatabase: false,
    logger: (message) => logger.debug(message),
  });
}
