import { readFileSync } from 'node:fs';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { type ExecutionResult, execute, type GraphQLFormattedError, parse, print } from 'graphql';
import { GATEWAY_HEADER } from '../../../kit/authentication/gateway-secret.js';
import { projectFile } from '../../../kit/project.js';
import type { TestHub } from '../../testkit/hub.js';
import type { Asked } from './operation.js';

type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Answers an operation to whoever the headers say. */
export type Gateway = (asked: Asked, headers: Headers) => Promise<Answer>;

export function gatewayAt(url: string): Gateway {
  return (asked, headers) => post(url, asked, headers);
}

/** The JavaScript planner of Hive Gateway over the subgraphs of a hub, which are asked as the hub's own gateway asks them. */
export function hiveGateway({ subgraphUrls, gatewaySecret }: TestHub): Gateway {
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: readFileSync(projectFile('schema', 'supergraph.graphql'), 'utf8'),
    onSubschemaConfig(subschema) {
      const url = subgraphUrls[subschema.name.toLowerCase().replaceAll('_', '-')];
      if (!url) throw new Error(`Nothing serves ${subschema.name}`);
      subschema.executor = async ({ document, variables = {}, context }) => {
        const asked = { query: print(document), variables };
        const answer = await post(url, asked, { ...context, [GATEWAY_HEADER]: gatewaySecret });
        return answer as ExecutionResult<never>;
      };
    },
  });
  return async ({ query, variables }, headers) => {
    const answer = await execute({ schema, document: parse(query), variableValues: variables, contextValue: headers });
    return JSON.parse(JSON.stringify(answer)) as Answer;
  };
}

async function post(url: string, asked: Asked, headers: Headers): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
  return (await response.json()) as Answer;
}
