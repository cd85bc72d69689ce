import { type ExecutionResult, GraphQLError } from 'graphql';
import { NothingWrittenError } from '../errors.js';
import type { RootField } from './root-fields.js';

/**
 * Answers the root fields of a mutation one after the other. If a non-null field fails, the fields after it do not run. They do not run
 * either if the outcome of a field is unknown, because it may still be running.
 */
export async function serially<Field extends Pick<RootField, 'key' | 'isNullable' | 'isWrite'>>(
  fields: readonly Field[],
  answer: (field: Field) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const data: Record<string, unknown> = Object.create(null);
  const errors: GraphQLError[] = [];
  let unknown: string | undefined;
  for (const field of fields) {
    const result = unknown !== undefined && field.isWrite ? notRun(unknown) : await answer(field);
    errors.push(...(result.data ? (result.errors ?? []) : located(result.errors, field.key)));
    if (result.data) Object.assign(data, result.data);
    else if (field.isNullable) data[field.key] = null;
    else return { data: null, errors };
    if (result.errors?.some(({ extensions }) => extensions.code === 'OUTCOME_UNKNOWN')) unknown ??= field.key;
  }
  return errors.length === 0 ? { data } : { data, errors };
}

function notRun(key: string): ExecutionResult {
  return { errors: [new NothingWrittenError(`This field has not run, because the outcome of "${key}" is unknown`)] };
}

/** An error without a path is about the root field. */
function located(errors: readonly GraphQLError[] = [], key: string): GraphQLError[] {
  return errors.map((error) => {
    if (error.path !== undefined) return error;
    const { message, nodes, extensions, originalError } = error;
    return new GraphQLError(message, { nodes, path: [key], extensions, originalError });
  });
}
