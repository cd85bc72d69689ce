import pg from 'pg';

const counters = new Set<string[]>();
const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;

// The driver itself, so that no statement can pass uncounted, whichever layer sends it.
pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
  const [first] = args;
  const text = typeof first === 'string' ? first : (first as { text?: string } | null)?.text;
  if (text && !/^\s*(begin|commit|rollback|set|start transaction|select set_config)\b/i.test(text)) {
    for (const counter of counters) counter.push(text);
  }
  return original.apply(this, args);
} as typeof pg.Client.prototype.query;

/** What `work` gives, and the SQL statements that it sent; those that open, close or set up a session do not count. */
export async function recordStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  counters.add(statements);
  try {
    return { result: await work(), statements };
  } finally {
    counters.delete(statements);
  }
}
