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

/** The manifest of a subgraph: each `subgraph.ts` defines one. `C` is its request context (`context.ts`). */
export interface Subgraph<C = unknown> {
  /** Name of the folder, of the schema file, in rover.yaml and, with underscores, of the PostgreSQL schema. */
  readonly name: string;
  /** The port on which it listens if it is served alone. */
  readonly port: number;
  /** A query for health checks. It shows that the tables can be read. */
  readonly probe: string;
  readonly database: Omit<SubgraphDatabase, 'schema'>;
  readonly resolvers: ResolverClasses;
  readonly references: readonly Reference<C>[];
  /** Who sees what of each type. If a type or field has no rule, the hub does not build. */
  readonly access: readonly AccessRules[];
  /** Whether all its rows are the same for everyone. Such rows stay in memory until a row is written. */
  readonly sameForAll?: boolean;
  /** The kinds of files that operators can import into it. */
  readonly imports: readonly ImportDefinition[];
  /** How to list the rows of an owned type with their names. Imports use it to suggest the nearest name for a wrong reference. */
  readonly names?: Readonly<Record<string, string>>;
  /** The steps that fill an empty database, in this order. */
  readonly seed: readonly SeedStep[];
  /** Makes the context of one request: its loaders, on a reader of the database. */
  createContext(reader: Reader, request: RequestContext): C;
}

/** Checks the parts of the manifest against each other, and hides the type of the context from other code. */
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

/** A subgraph that is ready to answer: its executable schema, and its context for each request. */
export interface OpenSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  createContext(request: RequestContext): unknown;
}

/** Makes a subgraph ready to answer. It shares its sessions with the other subgraphs of the process. */
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
