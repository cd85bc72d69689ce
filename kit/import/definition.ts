import type { ClientBase } from 'pg';
import type { Cell } from './cell.js';
import type { Held } from './held.js';
import type { Reference } from './reference.js';
import type { SoleOwner } from './sole-owner.js';

/** A column of the file. */
export interface Column {
  readonly cell: Cell;
  /** What it says, for the person who fills the sheet. */
  readonly description: string;
  /** What a report shows of a value, where it is personal: `lastFour`. */
  shown?(value: string | null): string | null;
}

/** A rule between cells of a row that are valid on their own. */
export interface RowRule<Name extends string> {
  /** The columns that it looks at; the problem is reported on the first. */
  readonly columns: readonly Name[];
  /** What is wrong, given the columns' values in their order; an unknown one is the empty string. */
  problem(...values: string[]): string | undefined;
}

/** A rule, or a likely rule, between the rows of the file and the database, in SQL. */
export interface SetCheck<Name extends string> {
  /** The column on which its problems are reported. */
  readonly column: Name;
  /**
   * A select of `line`, `value` and `message`, one row for each problem. `staging` has `line` and the columns of the definition;
   * one that the file does not have holds what the hub holds.
   */
  sql(staging: string): string;
}

/** What the loaded rows are marked with: whether they are made up, and how far they are to be trusted. */
export interface Marks {
  readonly synthetic: boolean;
  readonly confidence?: string;
}

/** A file that passed every check, staged in the transaction that will load it. */
export interface StagedFile {
  readonly transaction: ClientBase;
  /** The staging table, ready for SQL: the columns of the definition, and `line`. */
  readonly staging: string;
  readonly rows: number;
  /** The columns that the file does not have. They hold what the hub holds once the file is checked. */
  readonly absent: readonly string[];
  readonly marks: Marks;
}

/** What a merge did to the rows that stand behind the file's. */
export interface MergeCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** One kind of file: its columns, its rules, and how its rows reach the tables. */
export interface ImportDefinition<Name extends string = string> {
  /** The word on the command line, such as `placements`. */
  readonly kind: string;
  readonly columns: Readonly<Record<Name, Column>>;
  /** The tables that it writes, the main one first: imports that share the first wait for each other, and all are analyzed after a large one. */
  readonly tables: readonly string[];
  /** The columns that together name a row; no two rows of a file may agree in them. */
  readonly key: readonly NoInfer<Name>[];
  readonly held: Held<NoInfer<Name>>;
  readonly rules?: readonly RowRule<NoInfer<Name>>[];
  readonly references?: readonly Reference<NoInfer<Name>>[];
  readonly soleOwners?: readonly SoleOwner<NoInfer<Name>>[];
  readonly checks?: readonly SetCheck<NoInfer<Name>>[];
  /** Checks for unlikely but possible values: they are shown, and the file loads. */
  readonly warnings?: readonly SetCheck<NoInfer<Name>>[];
  /** Lays out in temporary tables what checks and merge both need; the rows are staged, and not yet checked. */
  prepare?(file: StagedFile): Promise<void>;
  merge(file: StagedFile): Promise<MergeCounts>;
}

/** Checks a definition's column names against each other; adds nothing. */
export function defineImport<const Name extends string>(definition: ImportDefinition<Name>): ImportDefinition<Name> {
  return definition;
}

/** A row of a kind as a program writes it: a record by column name. */
export type ImportRecord<Definition> =
  Definition extends ImportDefinition<infer Name> ? Partial<Record<Name, string>> : never;
