import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLClient } from 'graphql-request';
import pg from 'pg';
import { type Hub, openHub } from '../../gateway/hub.js';
import { startGateway } from '../../gateway/server.js';
import { openAuthenticator } from '../../kit/authentication/authenticator.js';
import type { TokenRole } from '../../kit/authentication/claims.js';
import { clientCredentials, gatewayCredentials } from '../../kit/authentication/credentials.js';
import { readGatewaySecret } from '../../kit/authentication/gateway-secret.js';
import { signLocalToken } from '../../kit/authentication/local-issuer.js';
import { readEnvironment } from '../../kit/environment.js';
import { serveSchema } from '../../kit/http/serve-schema.js';
import { logger } from '../../kit/logger.js';
import { projectFile } from '../../kit/project.js';
import { loadSample } from '../../scripts/sample/load-sample.js';
import * as list from '../../subgraphs/index.js';
import { freshDatabase } from './postgres.js';

export const MODES = ['in process', 'over HTTP'] as const;
export type Mode = (typeof MODES)[number];

/** The whole hub on a database of its own, asked as a client asks it. */
export interface TestHub {
  /** Asks as an admin. */
  readonly client: GraphQLClient;
  readonly adminToken: string;
  readonly url: string;
  /** Where the same hub, on the same database, answers in process. */
  readonly inProcessUrl: string;
  /** Where the subgraphs listen, over HTTP. */
  readonly subgraphUrls: Record<string, string>;
  /** By which the subgraphs know their gateway. */
  readonly gatewaySecret: string;
  tokenFor(role: TokenRole, company?: string): Promise<string>;
  clientOf(role: TokenRole | 'public', company?: string): Promise<GraphQLClient>;
  /** Runs SQL as the owner, past the hub. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens the hub with its facts and, where asked for, a sample; over HTTP each subgraph listens on a port of its own. */
export async function openTestHub(mode: Mode, sample?: { placements: number; seed: number }): Promise<TestHub> {
  logger.level = 'silent';
  const database = await freshDatabase();
  const subgraphs = Object.values(list);
  const dataDir = await mkdtemp(join(tmpdir(), 'corridor-hub-keys-'));
  const environment = readEnvironment({
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    HUB_DATA_DIR: dataDir,
  });
  const authenticator = await openAuthenticator(environment);
  const local = await openHub({ subgraphs, environment, log: logger });
  const closing = [() => rm(dataDir, { recursive: true }), () => local.close()];
  if (sample) await loadSample(local, sample, () => undefined);

  let hub = local;
  const subgraphUrls: Record<string, string> = {};
  if (mode === 'over HTTP') {
    for (const { name, schema, createContext } of [...local.local.values(), local.node]) {
      const server = await serveSchema({
        schema,
        createContext,
        credentialsOf: gatewayCredentials(authenticator, readGatewaySecret(environment)),
        host: '127.0.0.1',
        port: 0,
      });
      closing.push(server.close);
      subgraphUrls[name] = server.url;
    }
    hub = await openHub({ subgraphs, environment: { ...environment, subgraphUrls }, log: logger });
    closing.push(hub.close);
  }
  const serve = async ({ executors }: Hub) => {
    const gateway = await startGateway({
      supergraphSdl: readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8'),
      executors,
      credentialsOf: clientCredentials(authenticator),
      host: '127.0.0.1',
      port: 0,
      examplesDir: projectFile('examples'),
      log: logger,
    });
    closing.push(gateway.close);
    return gateway.url;
  };
  const url = await serve(hub);
  const inProcessUrl = hub === local ? url : await serve(local);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  closing.push(() => owner.end());
  const tokenFor: TestHub['tokenFor'] = (role, company) =>
    signLocalToken(dataDir, { role, company, subject: `${role}-${company ?? 'test'}`, expiresIn: 3_600 });
  const clientOf: TestHub['clientOf'] = async (role, company) =>
    new GraphQLClient(url, {
      headers: role === 'public' ? {} : { authorization: `Bearer ${await tokenFor(role, company)}` },
    });
  return {
    url,
    inProcessUrl,
    subgraphUrls,
    gatewaySecret: readGatewaySecret(environment),
    client: await clientOf('admin'),
    adminToken: await tokenFor('admin'),
    tokenFor,
    clientOf,
    sql: async (text, values) => (await owner.query(text, values)).rows as never,
    async close() {
      for (const each of closing.reverse()) await each();
      await database.drop();
    },
  };
}

/** An operation of `examples/`, with its own variables where it has any. */
export function example(name: string): { document: string; variables: Record<string, unknown> } {
  const document = readFileSync(projectFile('examples', `${name}.graphql`), 'utf8');
  try {
    return { document, variables: JSON.parse(readFileSync(projectFile('examples', `${name}.json`), 'utf8')) };
  } catch {
    return { document, variables: {} };
  }
}
