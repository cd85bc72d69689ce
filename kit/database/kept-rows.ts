import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.js';

type Rows = readonly Record<string, unknown>[];

/** How many rows are kept in all. */
const MAX_ROWS = 20_000;

/** Rows that are the same for everyone, by what was asked for them, until a write to their tables is heard of. */
export class KeptRows {
  private readonly byKey = new LRUCache<string, Rows>({
    maxSize: MAX_ROWS,
    sizeCalculation: (rows) => rows.length + 1,
  });
  private version: number | undefined;

  constructor(private readonly changes: Changes) {}

  /** Rows to do with as one likes. */
  find(key: string): Record<string, unknown>[] | undefined {
    const { version } = this.changes;
    if (version === undefined) return undefined;
    if (version !== this.version) {
      this.byKey.clear();
      this.version = version;
    }
    return this.byKey.get(key)?.map((row) => ({ ...row }));
  }

  /** @param since the version that held before the reading transaction began: it may not see what was written later */
  keep(key: string, rows: Rows, since: number | undefined): void {
    const isCurrent = since !== undefined && since === this.changes.version && since === this.version;
    if (!isCurrent) return;
    this.byKey.set(
      key,
      rows.map((row) => ({ ...row })),
    );
  }
}
