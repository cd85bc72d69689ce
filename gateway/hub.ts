import type { Logger } from 'pino';
import { readGatewaySecret } from '../kit/authentication/gateway-secret.js';
import { prepareDatabase } from '../kit/database/prepare.js';
import { openSessions } from '../kit/database/sessions.js';
import type { Environment } from '../kit/environment.js';
import { OperatorError } from '../kit/errors.js';
import { OperationMemory } from '../kit/execution/operation-memory.js';
import type { SubgraphExecutor } from '../kit/execution/subgraph-executor.js';
import type { EntityLookup, NameLookup } from '../kit/import/reference.js';
import { type Cluster, openCluster } from '../kit/postgres/cluster.js';
import { projectFile } from '../kit/project.js';
import { type OpenSubgraph, openSubgraph, type Subgraph } from '../kit/subgraph.js';
import { unlessAborted } from '../kit/unless-aborted.js';
import { entityLookup } from './entity-lookup.js';
import { httpExecutor } from './executors/http.js';
import { inProcessExecutor } from './executors/in-process.js';
import { nameLookup } from './name-lookup.js';
import { nodeOwners } from './node/node-owners.js';
import { type NodeSubgraph, nodeSubgraph } from './node/node-subgraph.js';
import { readRoverConfig } from './rover.js';

export interface HubOptions {
  readonly subgraphs: readonly Subgraph[];
  readonly environment: Environment;
  readonly log: Logger;
  /** Take the data folder for this hub, and refuse it if another hub has it. */
  readonly holdHubLock?: boolean;
  /** Start the hub's own PostgreSQL again whenever it ends. */
  readonly keepRunning?: boolean;
  readonly progress?: (line: string) => void;
  /** Whether to bring the tables up to date (the default). If not, they are only read. */
  readonly prepare?: boolean;
  /** Stops the opening at any point and closes everything that was opened. */
  readonly signal?: AbortSignal;
}

/** The subgraphs, ready to answer, in process or over HTTP as the environment says. */
export interface Hub {
  readonly executors: Readonly<Record<string, SubgraphExecutor>>;
  /** The subgraphs that run in this process, by name. */
  readonly local: ReadonlyMap<string, OpenSubgraph>;
  readonly node: NodeSubgraph;
  readonly lookup: EntityLookup;
  readonly names: NameLookup;
  /** The memory for operations, shared by everything in this process that answers them. */
  readonly memory: OperationMemory;
  /** PostgreSQL. Undefined if every subgraph runs in another process. */
  readonly cluster: Cluster | undefined;
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL, brings the tables up to date and connects every subgraph.
 * @throws OperatorError with one clear line, or the signal's reason
 */
export async function openHub(options: HubOptions): Promise<Hub> {
  const { subgraphs, environment, log, holdHubLock, keepRunning, progress, prepare = true, signal } = options;
  checkUrls(subgraphs, environment);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    while (closing.length > 0) await closing.pop()?.();
  };
  try {
    const executors: Record<string, SubgraphExecutor> = {};
    for (const [name, url] of Object.entries(environment.subgraphUrls)) {
      const executor = httpExecutor({ name, url, log, gatewaySecret: readGatewaySecret(environment) });
      closing.push(executor.close);
      executors[name] = executor;
    }
    const here = subgraphs.filter(({ name }) => !environment.subgraphUrls[name]);
    const cluster =
      here.length > 0 ? await openCluster({ ...environment, holdHubLock, keepRunning, progress, signal }) : undefined;
    if (cluster) closing.push(cluster.close);

    const owners = nodeOwners(await readRoverConfig(projectFile('rover.yaml')));
    const lookup = entityLookup(owners, executors);
    const local = new Map<string, OpenSubgraph>();
    const memory = new OperationMemory(environment.operationMemory);
    if (cluster) {
      const sessions = openSessions(cluster.applicationUrl);
      closing.push(() => sessions.close());
      for (const subgraph of here) {
        const open = await openSubgraph(subgraph, sessions);
        local.set(open.name, open);
        executors[open.name] = inProcessExecutor(open.schema, open.createContext, memory);
      }
      if (prepare) {
        const preparation = { subgraphs: here, ...cluster, lookup, owners };
        await unlessAborted(signal, prepareDatabase(preparation, environment.migratesAtStart));
        await unlessAborted(signal, sessions.listen());
      }
    }
    const node = nodeSubgraph({ owners }, executors);
    executors.node ??= inProcessExecutor(node.schema, node.createContext, memory);
    return { executors, local, node, lookup, names: nameLookup(subgraphs, executors), memory, cluster, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function checkUrls(subgraphs: readonly Subgraph[], { subgraphUrls }: Environment): void {
  const names = [...subgraphs.map(({ name }) => name), 'node'];
  for (const name of Object.keys(subgraphUrls)) {
    if (names.includes(name)) continue;
    const variable = `SUBGRAPH_${name.toUpperCase().replaceAll('-', '_')}_URL`;
    throw new OperatorError(`${variable}: there is no subgraph ${name}; there are ${names.join(', ')}`);
  }
}
