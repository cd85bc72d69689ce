import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.js';
import type { Statement } from './session.js';

type Rows = readonly Record<string, unknown>[];

/** How many rows are kept in all. */
const MAX_ROWS = 20_000;

/**
 * Rows that are the same for everyone, as a statement gave them, until a write to their tables is heard of. What depends on the moment
 * is not kept.
 */
export class KeptRows {
  private readonly byStatement = new LRUCache<string, Rows>({
    maxSize: MAX_ROWS,
    sizeCalculation: (rows) => rows.length + 1,
  });
  private version: number | undefined;

  constructor(private readonly changes: Changes) {}

  /** Rows to do with as one likes. */
  find(statement: Statement): Record<string, unknown>[] | undefined {
    const { version } = this.changes;
    if (version === undefined) return undefined;
    if (version !== this.version) {
      this.byStatement.clear();
      this.version = version;
    }
    return this.byStatement.get(keyOf(statement))?.map((row) => ({ ...row }));
  }

  /** @param since the version that held before the reading transaction began: it may not see what was written later */
  keep(statement: Statement, rows: Rows, since: number | undefined): void {
    const isCurrent = since !== undefined && since === this.changes.version && since === this.version;
    if (!isCurrent || statement.text.includes('now()')) return;
    this.byStatement.set(
      keyOf(statement),
      rows.map((row) => ({ ...row })),
    );
  }
}

const keyOf = ({ text, values }: Statement) => `${text}\n${JSON.stringify(values)}`;
