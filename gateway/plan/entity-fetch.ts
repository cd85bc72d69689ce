import type { BatchFetchNode, EntityBatchAlias, FetchNode, FlattenNode } from '@graphql-hive/router-query-planner';
import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { answersOf } from './entity-answers.js';
import { EntityBatch, type EntityQuestion } from './entity-batch.js';
import { representerOf } from './representation.js';
import { Representations } from './representations.js';
import { RequestedKeys } from './requested-keys.js';
import { type Preparation, pickVariables, type Step } from './step.js';
import { readTargetPath } from './targets.js';

/** A fetch of one group of entities: the planner's Flatten around a Fetch. */
export function flattenFetch({ path, node }: FlattenNode, preparation: Preparation): Step {
  if (node.kind !== 'Fetch') throw new Error(`The planner flattens a ${node.kind}, which no plan of ours should do.`);
  const { requires = [], inputRewrites, outputRewrites } = node;
  const names = { alias: '_entities', representationsVariableName: 'representations' };
  return entityFetch(node, [{ ...names, paths: [path], requires, inputRewrites, outputRewrites }], preparation);
}

/** A fetch of several groups of entities at once: the planner's BatchFetch. */
export function batchFetch(node: BatchFetchNode, preparation: Preparation): Step {
  return entityFetch(node, node.entityBatch.aliases, preparation);
}

function entityFetch(node: FetchNode | BatchFetchNode, aliases: EntityBatchAlias[], preparation: Preparation): Step {
  const document = preparation.parse(node.operation);
  const questions = aliases.map((alias) => questionOf(alias, document, preparation));

  return async (execution) => {
    const representations = new Representations();
    const batches = questions.map((question) => new EntityBatch(question, execution, representations));
    if (representations.isEmpty) return;
    const variables = { ...pickVariables(execution, node.variableUsages), ...representations.variables };
    const result: ExecutionResult = await execution.ask(node.serviceName, document, variables);
    for (const batch of batches) {
      const { variable, alias } = batch.question;
      batch.receive(answersOf(result, alias, representations.count(variable), node.serviceName));
    }
    if (!result.data) return;
    for (const error of result.errors ?? []) if (!isOfEntity(error, aliases)) execution.addStray(error);
  };
}

/** Whether an error says which entity it is about. Without that, it has no place in the answer. */
function isOfEntity({ path }: GraphQLError, aliases: EntityBatchAlias[]): boolean {
  return typeof path?.[1] === 'number' && aliases.some(({ alias }) => alias === path[0]);
}

function questionOf(node: EntityBatchAlias, document: DocumentNode, { types }: Preparation): EntityQuestion {
  return {
    alias: node.alias,
    variable: node.representationsVariableName,
    paths: node.paths.map((path) => readTargetPath(path, types)),
    represent: representerOf(node.requires, types),
    inputRewrites: node.inputRewrites,
    outputRewrites: node.outputRewrites,
    keys: new RequestedKeys(document, types, node.alias),
    types,
  };
}
