/** One row of a file: its cells in the order of the definition's columns, and the line of the file on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: string[];
  /** What is wrong with the row as a whole, so that its cells are not looked at. */
  readonly fault?: string;
}

/** Rows that arrive together: one chunk of a file, or one handful of a generator. Row by row, `await` would cost more than the work. */
export interface RowBatch {
  readonly rows: readonly Row[];
  /** The columns of the definition that the file does not have. Their cells are empty and mean nothing: the hub keeps its values. */
  readonly absent?: readonly string[];
  /** How far into the file the batch reaches. */
  readonly bytes?: number;
}

/** What an import reads: the rows of a CSV file, or those that a generator makes. */
export interface RowSource {
  readonly batches: AsyncIterable<RowBatch>;
  readonly totalBytes?: number;
}

const BATCH_SIZE = 1_000;

/** Rows that a program makes, each a record by column name; a column that is left out is unknown. The first is line 1. */
export function rowsOf<Column extends string>(
  definition: { readonly columns: Readonly<Record<Column, unknown>> },
  records: Iterable<Partial<Record<Column, string>>> | AsyncIterable<Partial<Record<Column, string>>>,
): RowSource {
  const names = Object.keys(definition.columns) as Column[];
  return { batches: batchesOf(names, records) };
}

async function* batchesOf<Column extends string>(
  names: readonly Column[],
  records: Iterable<Partial<Record<Column, string>>> | AsyncIterable<Partial<Record<Column, string>>>,
): AsyncGenerator<RowBatch> {
  let line = 0;
  let rows: Row[] = [];
  const add = (record: Partial<Record<Column, string>>) => {
    line += 1;
    rows.push({ line, cells: names.map((name) => record[name] ?? '') });
  };
  if (Symbol.iterator in records) {
    for (const record of records) {
      add(record);
      if (rows.length < BATCH_SIZE) continue;
      yield { rows };
      rows = [];
    }
  } else {
    for await (const record of records) {
      add(record);
      if (rows.length < BATCH_SIZE) continue;
      yield { rows };
      rows = [];
    }
  }
  if (rows.length > 0) yield { rows };
}
