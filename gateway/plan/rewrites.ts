import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import { isRow, type Row } from './fault.js';
import type { TypeConditions } from './type-conditions.js';

/**
 * Applies the planner's rewrites to the input or the answer of a subgraph: a name that the planner made up to avoid a clash is changed
 * back, and a type name is replaced by that of an interface object.
 */
export function rewrite(value: unknown, rewrites: readonly FetchRewrite[] | undefined, types: TypeConditions): void {
  for (const each of rewrites ?? []) {
    if ('KeyRenamer' in each) follow(value, each.KeyRenamer.path, types, renamer(each.KeyRenamer));
    else follow(value, setterOf(each).path, types, setter(setterOf(each)));
  }
}

function setterOf(each: Exclude<FetchRewrite, { KeyRenamer: KeyRenamer }>): ValueSetter {
  return 'ValueSetter' in each ? each.ValueSetter : each;
}

type Change = (row: Row, key: string) => void;

function renamer({ renameKeyTo }: KeyRenamer): Change {
  return (row, key) => {
    if (!Object.hasOwn(row, key)) return;
    row[renameKeyTo] = row[key];
    delete row[key];
  };
}

function setter({ setValueTo }: ValueSetter): Change {
  return (row, key) => {
    row[key] = setValueTo;
  };
}

function follow(value: unknown, path: readonly FetchNodePathSegment[], types: TypeConditions, change: Change): void {
  if (Array.isArray(value)) {
    for (const item of value) follow(item, path, types, change);
    return;
  }
  const [segment, ...rest] = path;
  if (!segment || !isRow(value)) return;
  if ('TypenameEquals' in segment) {
    const typeName = value.__typename;
    if (typeof typeName === 'string' && !types.satisfying(segment.TypenameEquals).has(typeName)) return;
    follow(value, rest, types, change);
  } else if (rest.length === 0) change(value, segment.Key);
  else follow(value[segment.Key], rest, types, change);
}
