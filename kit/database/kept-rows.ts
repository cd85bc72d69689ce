import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.js';

type Rows = readonly Record<string, unknown>[];

/** How much is kept of one subgraph, in characters of JSON; in memory that is twice as many bytes. */
const MAX_SIZE = 16_000_000;

/** Rows of one subgraph that were read, by what was asked for them, until a write to any of its tables is heard of. */
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
   * Rows to do with as one likes; what is in them is frozen.
   * @param since the moment before the asking transaction began: what was written later is not for it
   */
  find(key: string, since: number | undefined): Record<string, unknown>[] | undefined {
    return this.isCurrent(since) ? this.byKey.get(key)?.map((row) => ({ ...row })) : undefined;
  }

  /** @param since the moment before the reading transaction began: it may not see what was written later */
  keep(key: string, rows: Rows, since: number | undefined): void {
    if (this.isCurrent(since)) this.byKey.set(key, rows.map(keepable));
  }

  /** Whether a transaction of that moment saw all that was written; what was kept before the last write goes. */
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
