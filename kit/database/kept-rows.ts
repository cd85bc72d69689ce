import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.js';

type Rows = readonly Record<string, unknown>[];

/** The limit for one subgraph, in characters of JSON. In memory that is twice as many bytes. */
const MAX_SIZE = 16_000_000;

/** The kept rows of one subgraph, by statement or key. They are forgotten at the next write to any of its tables. */
export class KeptRows {
  private readonly byKey = new LRUCache<string, Rows>({
    maxSize: MAX_SIZE,
    sizeCalculation: (rows, key) => key.length + JSON.stringify(rows).length,
  });
  private lastWrite: number | undefined;

  constructor(
    private readonly changes: Changes,
    private readonly schema: string,
  ) {}

  /**
   * Copies of the kept rows, which the caller may change. The values in them are frozen.
   * @param since the moment before the reading transaction began: it must not get rows that were written later
   */
  find(key: string, since: number | undefined): Record<string, unknown>[] | undefined {
    return this.isCurrent(since) ? this.byKey.get(key)?.map((row) => ({ ...row })) : undefined;
  }

  /** @param since the moment before the reading transaction began: it may not see later writes */
  keep(key: string, rows: Rows, since: number | undefined): void {
    if (this.isCurrent(since)) this.byKey.set(key, rows.map(keepable));
  }

  /** Whether a transaction of that moment saw all writes. Forgets the rows from before the last write. */
  private isCurrent(since: number | undefined): boolean {
    const lastWrite = this.changes.lastWrite(this.schema);
    if (lastWrite === undefined || since === undefined || since < lastWrite) return false;
    if (lastWrite !== this.lastWrite) this.byKey.clear();
    this.lastWrite = lastWrite;
    return true;
  }
}

function keepable(row: Record<string, unknown>): Record<string, unknown> {
  for (const part of Object.values(row)) freeze(part);
  return { ...row };
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
