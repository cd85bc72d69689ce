import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isPlaceholder, type Row } from './fault.js';
import type { TypeConditions } from './type-conditions.js';

/** The path from the root of the data to the entities that a fetch completes. */
export type TargetPath = readonly Segment[];

type Segment = { kind: 'field'; name: string } | { kind: 'list' } | { kind: 'type'; names: ReadonlySet<string> };

/** Reads such a path in the planner's notation. */
export function readTargetPath(segments: readonly FlattenNodePathSegment[], types: TypeConditions): TargetPath {
  return segments.map((segment): Segment => {
    if (segment === '@') return { kind: 'list' };
    if ('Field' in segment) return { kind: 'field', name: segment.Field };
    return { kind: 'type', names: types.satisfying(segment.TypeCondition) };
  });
}

/** The entities at the end of the path, in the order of the data. */
export function findTargets(data: Row, path: TargetPath): Row[] {
  const targets: Row[] = [];
  walk(data, path, 0, targets);
  return targets;
}

function walk(value: unknown, path: TargetPath, depth: number, targets: Row[]): void {
  if (typeof value !== 'object' || value === null || isPlaceholder(value)) return;
  if (Array.isArray(value)) {
    const next = path[depth]?.kind === 'list' ? depth + 1 : depth;
    for (const item of value) walk(item, path, next, targets);
    return;
  }
  const segment = path[depth];
  const row = value as Row;
  if (!segment) targets.push(row);
  else if (segment.kind === 'field') walk(row[segment.name], path, depth + 1, targets);
  else if (segment.kind === 'type' && isOf(row, segment.names)) walk(row, path, depth + 1, targets);
}

/** Without a __typename only one type was possible. */
function isOf(row: Row, names: ReadonlySet<string>): boolean {
  return typeof row.__typename !== 'string' || names.has(row.__typename);
}
