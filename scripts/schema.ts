/**
 * Writes what follows from the code: schema/*.graphql and rover.yaml.
 * With --check it writes nothing and fails where a file is not what the code says, or where the API breaks its clients.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { CriticalityLevel, type DiffRule, diff, DiffRule as rules } from '@graphql-inspector/core';
import { buildSchema, printSchema } from 'graphql';
import { apiSchemaOf } from '../gateway/api-schema.js';
import { composeSupergraph } from '../gateway/compose.js';
import { nodeOwners } from '../gateway/node/node-owners.js';
import { nodeSdl } from '../gateway/node/node-sdl.js';
import { NODE_PORT } from '../gateway/node/node-subgraph.js';
import { roverConfig } from '../gateway/rover.js';
import { OperatorError } from '../kit/errors.js';
import { projectFile } from '../kit/project.js';
import { federatedSchema } from '../kit/schema/federated-schema.js';
import * as subgraphs from '../subgraphs/index.js';
import { runScript } from './run-script.js';
import { whoSeesWhat } from './schema/who-sees-what.js';

await runScript(async () => {
  const files = await generate();
  if (process.argv.includes('--check')) return check(files);
  for (const [path, content] of files) writeFileSync(projectFile(path), content);
  console.log(`Wrote ${[...files.keys()].join(', ')}.`);
});

async function generate(): Promise<Map<string, string>> {
  const services = await Promise.all(
    Object.values(subgraphs).map(async (subgraph) => {
      const { sdl } = await federatedSchema(subgraph);
      return service(subgraph.name, subgraph.port, sdl);
    }),
  );
  const owners = nodeOwners(services);
  services.push(service('node', NODE_PORT, nodeSdl(Object.keys(owners))));
  const supergraph = composeSupergraph(services);
  return new Map([
    ...services.map(({ name, sdl }): [string, string] => [`schema/${name}.graphql`, sdl]),
    ['schema/supergraph.graphql', supergraph],
    ['schema/api.graphql', `${printSchema(apiSchemaOf(supergraph))}\n`],
    ['rover.yaml', roverConfig(services)],
    ['docs/who-sees-what.md', whoSeesWhat(Object.values(subgraphs))],
  ]);
}

function service(name: string, port: number, sdl: string) {
  return { name, url: `http://127.0.0.1:${port}/graphql`, sdl, file: `./schema/${name}.graphql` };
}

async function check(files: Map<string, string>): Promise<void> {
  const stale = [...files].filter(([path, content]) => content !== readOrEmpty(path)).map(([path]) => path);
  const breaking = await breakingChanges(files.get('schema/api.graphql') ?? '');
  if (breaking.length > 0) throw new OperatorError(`the API breaks its clients:\n  ${breaking.join('\n  ')}`);
  if (stale.length > 0) throw new OperatorError(`${stale.join(', ')} not up to date: run npm run schema`);
  console.log('schema/, rover.yaml and docs/who-sees-what.md are up to date, and nothing breaks.');
}

/** What of the committed API is gone or narrower. What was deprecated may go. */
async function breakingChanges(api: string): Promise<string[]> {
  const committed = committedApi();
  if (!committed) return [];
  const allowed: (typeof DiffRule)[keyof typeof DiffRule][] = [rules.suppressRemovalOfDeprecatedField];
  const changes = await diff(buildSchema(committed), buildSchema(api), allowed as never);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

/** The API as it was last committed; where there is no git, as it stands in the folder. */
function committedApi(): string {
  try {
    return execFileSync('git', ['show', 'HEAD:schema/api.graphql'], {
      cwd: projectFile(),
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    return readOrEmpty('schema/api.graphql');
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(projectFile(path), 'utf8');
  } catch {
    return '';
  }
}
