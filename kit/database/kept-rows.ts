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

  /** Rows to do with as one likes. */
  find(key: string): Record<string, unknown>[] | undefined {
    const lastWrite = this.changes.lastWrite(this.schema);
    if (lastWrite === undefined) return undefined;
    if (lastWrite !== this.lastWrite) {
      this.byKey.clear();
      this.lastWrite = lastWrite;
    }
    return this.byKey.get(key)?.map((row) => ({ ...row }));
  }

  /** @param since the moment before the reading transaction began: it may not see what was written later */
  keep(key: string, rows: Rows, since: number | undefined): void {
    const lastWrite = this.changes.lastWrite(this.schema);
    if (lastWrite === undefined || lastWrite !== this.lastWrite || since === undefined || since < lastWrite) return;
    this.byKey.set(
      key,
      rows.map((row) => ({ ...row })),
    );
  }
}
