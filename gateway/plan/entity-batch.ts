import type { FetchRewrite } from '@graphql-hive/router-query-planner';
import { absorb, allFailed } from './absorb.js';
import type { EntityAnswers } from './entity-answers.js';
import type { Execution } from './execution.js';
import { ABSENT, Fault, type Row } from './fault.js';
import { copied, merge } from './merge.js';
import { Obstacle, type Represent } from './representation.js';
import type { Representations } from './representations.js';
import type { RequestedKeys } from './requested-keys.js';
import { rewrite } from './rewrites.js';
import { findTargets, type TargetPath } from './targets.js';
import type { TypeConditions } from './type-conditions.js';

/** One `_entities` field of a fetch: the entities that it completes, and the fields that it requests. */
export interface EntityQuestion {
  readonly alias: string;
  readonly variable: string;
  readonly paths: readonly TargetPath[];
  readonly represent: Represent;
  readonly inputRewrites?: readonly FetchRewrite[];
  readonly outputRewrites?: readonly FetchRewrite[];
  readonly keys: RequestedKeys;
  readonly types: TypeConditions;
}

/** An entity in the data, and the index of its representation. */
interface Target {
  readonly target: Row;
  readonly index: number;
}

/** The entities of one fetch in one request, from their representations to their completed rows. */
export class EntityBatch {
  /** The entities of each path. */
  private readonly targets: Target[][];

  constructor(
    readonly question: EntityQuestion,
    private readonly execution: Execution,
    private readonly representations: Representations,
  ) {
    representations.declare(question.variable);
    this.targets = question.paths.map((path) => {
      const enlisted: Target[] = [];
      for (const row of findTargets(execution.data, path)) this.enlist(row, enlisted);
      return enlisted;
    });
  }

  /** Merges the answers into the data. Each path gets its own rows, because later fetches can make them differ. */
  receive(answers: EntityAnswers): void {
    for (const [number, targets] of this.targets.entries()) {
      const rows = new Map<number, Row | null>();
      for (const { target, index } of targets) {
        if (!rows.has(index)) rows.set(index, this.read(answers, index, number < this.targets.length - 1));
        merge(target, rows.get(index) ?? this.failed(target, answers.errorsAt(index)[0]), this.question.types);
      }
    }
  }

  private enlist(target: Row, enlisted: Target[]): void {
    const { represent, types, variable, inputRewrites } = this.question;
    if (typeof target.__typename !== 'string') return;
    const row = represent(target);
    if (row instanceof Obstacle) {
      merge(target, this.blocked(target, row.by), types);
      return;
    }
    if (!hasKey(row)) return;
    row.__typename ??= target.__typename;
    rewrite(row, inputRewrites, types);
    enlisted.push({ target, index: this.representations.add(variable, row) });
  }

  /** An entity of the answer. Null if it is missing. */
  private read(answers: EntityAnswers, index: number, copy: boolean): Row | null {
    const entity = answers.entities[index];
    if (typeof entity !== 'object' || entity === null) return null;
    const row = absorb(copy ? copied(entity) : entity, answers.errorsAt(index), [], (error) =>
      this.execution.addStray(error),
    );
    rewrite(row, this.question.outputRewrites, this.question.types);
    return row;
  }

  private failed(target: Row, cause: Parameters<typeof allFailed>[1]): Row {
    const row = allFailed(this.keysOf(target), cause);
    rewrite(row, this.question.outputRewrites, this.question.types);
    return row;
  }

  private blocked(target: Row, by: Fault | typeof ABSENT | undefined): Row {
    if (by === ABSENT) return this.failed(target, undefined);
    const error = by instanceof Fault ? by.error : this.execution.failure();
    // Without an error there is no placeholder for fields that could not be requested. Completion reports them.
    return error ? this.failed(target, { error, below: [] }) : {};
  }

  private keysOf(target: Row): readonly string[] {
    return this.question.keys.of(String(target.__typename));
  }
}

/** Whether a representation has more than a type. */
function hasKey(row: Row): boolean {
  for (const key in row) if (key !== '__typename') return true;
  return false;
}
