import { createServer } from 'node:http';
import pg from 'pg';
import { PLANNER } from '../planner.mjs';
import { STATEMENTS } from './statements.mjs';

const options = `${PLANNER} -c plan_cache_mode=force_generic_plan`;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, pipeline: true, options });
const PUBLIC = new Set(['P1']);

/** On the way together, so that the viewer costs no round trip; each request sets both variables before it reads. */
async function answer(name, body, role, company) {
  const { text, values } = STATEMENTS[name];
  const statement = { name, text, values: values(body === '' ? {} : JSON.parse(body)), rowMode: 'array' };
  const client = await pool.connect();
  try {
    if (!PUBLIC.has(name))
      client.query({ name: 'viewer', text: VIEWER, values: [role, company] }).catch(() => undefined);
    const { rows } = await client.query(statement);
    return rows[0][0];
  } finally {
    client.release();
  }
}

const VIEWER = `select set_config('hub.role', $1, false), set_config('hub.company', $2, false)`;

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', async () => {
    try {
      const { 'x-hub-role': role, 'x-hub-company': company } = request.headers;
      const data = Buffer.from(`{"data":${await answer(request.url.slice(1), body, role, company)}}`);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': data.length }).end(data);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.once('SIGTERM', () => process.exit());
