/** Loaded into the hub before anything else: notes every statement that it sends, one JSON line each. */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const pg = createRequire(join(process.cwd(), 'package.json'))('pg');
const send = pg.Client.prototype.query;

pg.Client.prototype.query = function (statement, ...rest) {
  const { text, values } = typeof statement === 'string' ? { text: statement, values: rest[0] } : statement;
  appendFileSync(process.env.BENCH_STATEMENTS, `${JSON.stringify({ text, values: values ?? [] })}\n`);
  return send.call(this, statement, ...rest);
};
