import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { hubOf } from '../contestants/hub.mjs';
import { askGraphql } from './ask.mjs';
import { stopAll } from './processes.mjs';

const hub = hubOf();

/** The first answers of a hub are made otherwise: it plans and compiles, and prepares what comes again. */
const REPEATS = 3;

/** Starts a hub that notes its statements, asks it the questions, and has PostgreSQL explain what it sent for each, as the viewer. */
export async function explainHub(questions, data) {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-hub-bench-'));
  const file = join(folder, 'statements');
  const client = new pg.Client({ connectionString: data.applicationUrl });
  try {
    await client.connect();
    const preload = `--import ${resolve('bench/lib/record-statements.mjs')}`;
    const server = await hub.start(data, { NODE_OPTIONS: preload, BENCH_STATEMENTS: file });
    const parts = [];
    for (const question of questions) {
      for (const { text, values } of await statementsOf(question, server, file)) {
        parts.push({ question, text, plan: await explain(client, question.viewer, text, values) });
      }
    }
    return document(questions, parts);
  } finally {
    await client.end();
    await stopAll();
    await rm(folder, { recursive: true });
  }
}

async function statementsOf(question, server, file) {
  const variables = question.after
    ? { ...question.variables, after: await hub.cursor(server, question) }
    : question.variables;
  for (let round = 0; round < REPEATS; round += 1) {
    await writeFile(file, '');
    await askGraphql(await hub.request(server, { ...question, variables }));
  }
  const sent = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return sent.map((line) => JSON.parse(line)).filter(({ text }) => READS.test(text) && !text.includes('set_config'));
}

const READS = /^\s*\(?\s*(select|with)\b/i;

async function explain(client, { role, company = '' }, text, values) {
  await client.query('begin read only');
  await client.query(`select set_config('hub.role', $1, true), set_config('hub.company', $2, true)`, [role, company]);
  try {
    const { rows } = await client.query(`explain (analyze, buffers) ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
  }
}

function document(questions, parts) {
  const of = ({ name, title }) => {
    const sections = parts
      .filter(({ question }) => question.name === name)
      .map(({ text, plan }) => `\`\`\`sql\n${text.replace(/^\s*\n|\s+$/g, '')}\n\`\`\`\n\n\`\`\`\n${plan}\n\`\`\`\n`);
    return `## ${name} ${title}\n\n${sections.join('\n') || 'Nothing is asked of the database.\n'}`;
  };
  return `# The statements of the hub

What the hub sends for each question once it knows it, session statements apart, explained as its viewer with row-level security on.

${questions.map(of).join('\n')}`;
}
