import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import type { AccessRules } from './access/rules.js';
import type { SubgraphDatabase } from './database/connect.js';
import { Reader } from './database/reader.js';
import type { Sessions } from './database/sessions.js';
import type { ImportDefinition } from './import/definition.js';
import type { RequestContext } from './request.js';
import type { Reference } from './schema/entities.js';
import { federatedSchema, type ResolverClasses } from './schema/federated-schema.js';
import type { SeedStep } from './seed.js';
import type { Viewer } from './viewer.js';

/** Everything a subgraph is: its manifest `subgraph.ts` is one of these. `C` is its request context (`context.ts`). */
export interface Subgraph<C = unknown> {
  /** Name of the folder, of the schema file, in rover.yaml and, with underscores, of the PostgreSQL schema. */
  readonly name: string;
  /** The port it listens on when it is served alone. */
  readonly port: number;
  /** A query that shows that its tables can be read, for health checks. */
  readonly probe: string;
  readonly database: Omit<SubgraphDatabase, 'schema'>;
  readonly resolvers: ResolverClasses;
  readonly references: readonly Reference<C>[];
  /** Who sees what of each type. A type or field without a rule is a fault. */
  readonly access: readonly AccessRules[];
  /** Whether all its rows are the same for everyone, so that whatever was read is kept in memory until one is written. */
  readonly sameForAll?: boolean;
  /** The kinds of files that operators load into it. */
  readonly imports: readonly ImportDefinition[];
  /** How the rows of a type that it owns are listed with their names, so that imports can answer a wrong reference with the nearest. */
  readonly names?: Readonly<Record<string, string>>;
  /** What an empty database is filled with, in this order. */
  readonly seed: readonly SeedStep[];
  /** What one request needs of this subgraph: its loaders, on a reader of the database. */
  createContext(reader: Reader, request: RequestContext): C;
}

/** Checks the manifest's parts against each other. Outside of the subgraph nobody knows what its context is. */
export function defineSubgraph<C extends { readonly viewer: Viewer }>(subgraph: Subgraph<C>): Subgraph {
  const restricted = subgraph.access.find(({ rows }) => rows);
  if (subgraph.sameForAll && restricted) {
    throw new Error(`${subgraph.name} is not the same for all: not everybody sees every ${restricted.typeName}`);
  }
  return subgraph as unknown as Subgraph;
}

/** The PostgreSQL schema of a subgraph. */
export function schemaOf(name: string): string {
  return name.replaceAll('-', '_');
}

/** The database part of a subgraph, with its PostgreSQL schema. */
export function databaseOf(subgraph: Pick<Subgraph, 'name' | 'database'>): SubgraphDatabase {
  return { ...subgraph.database, schema: schemaOf(subgraph.name) };
}

/** A subgraph that answers: its executable schema, and its context for each request. */
export interface OpenSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  createContext(request: RequestContext): unknown;
}

/** Makes a subgraph ready to answer, on the sessions that it shares with the others of its process. */
export async function openSubgraph(subgraph: Subgraph, sessions: Sessions): Promise<OpenSubgraph> {
  const { schema, sdl } = await federatedSchema(subgraph);
  const rows = sessions.keptRows(schemaOf(subgraph.name));
  const memory = { rows, sameForAll: subgraph.sameForAll ?? false };
  return {
    name: subgraph.name,
    schema,
    sdl,
    createContext: (request) => subgraph.createContext(new Reader(sessions.of(request), memory), request),
  };
}
