/**
 * `npm run bench -- [--placements N] [--seconds S] [--connections C] [--rounds R] [--only NAME,…] [--questions P1,…]
 * [--beside CHECKOUT]`: the hub beside what a user would pick instead, or beside another checkout of itself. See bench/README.md. What is
 * asked of some only is not kept.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { besideOf, CONTESTANTS } from './contestants/index.mjs';
import { checkAnswers } from './lib/check.mjs';
import { postmasterOf } from './lib/cpu.mjs';
import { openData } from './lib/data.mjs';
import { explainHub } from './lib/explain.mjs';
import { openLoader } from './lib/loader.mjs';
import { measure } from './lib/measure.mjs';
import { stopAll } from './lib/processes.mjs';
import { report } from './lib/report.mjs';
import { chooseRows } from './lib/rows.mjs';
import { questionsOn } from './questions.mjs';

const options = readArguments();
const [limit, ...others] = CONTESTANTS;
const beside = options.beside ? besideOf(options.beside) : [];
const contestants = [limit, ...others.filter(({ name }) => !options.only || options.only.includes(name)), ...beside];
const progress = (line) => console.error(line);

const data = await openData(options.placements, progress);
const besideData = options.beside ? await openData(options.placements, progress, options.beside) : undefined;
const loader = openLoader();
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, async () => {
    progress(`stopping at ${signal}`);
    await close();
    process.exit(code);
  });
}
try {
  await run();
} finally {
  await close();
}

async function run() {
  const asked = questionsOn(await chooseRows(data.ownerUrl));
  const questions = asked.filter(({ name }) => !options.questions || options.questions.includes(name));
  const running = [];
  for (const contestant of contestants) {
    progress(`starting ${contestant.name}`);
    const its = beside.includes(contestant) ? besideData : data;
    running.push({ contestant, server: { ...(await contestant.start(its)), postmaster: postmasterOf(its.dataDir) } });
  }
  const cells = await checkAnswers(questions, running);
  progress('all answers are the same');
  const { connections, seconds, rounds, placements } = options;
  const settings = { connections, seconds, rounds };
  const results = await measure(cells, { loader, ...settings, progress });
  await stopAll();
  const outcome = { placements, machine: machine(), settings, questions, contestants, results };
  const text = report(outcome);
  console.log(text);
  if (!options.only && !options.questions && !options.beside) await write(outcome, text);
}

async function close() {
  loader.close();
  await stopAll();
  await data.close();
  await besideData?.close();
}

async function write({ placements, machine: on, settings, questions, results }, text) {
  await mkdir('bench/results', { recursive: true });
  const file = `bench/results/${new Date().toISOString().slice(0, 10)}-${placements}`;
  await writeFile(`${file}.md`, text);
  await writeFile(`${file}.json`, `${JSON.stringify({ placements, machine: on, settings, results }, null, 2)}\n`);
  await writeFile(`bench/results/explain-${placements}.md`, await explainHub(questions, data));
  progress(`written to ${file}.md, ${file}.json and bench/results/explain-${placements}.md`);
}

function machine() {
  return `${cpus().length} cores (${cpus()[0].model.trim()}), Node ${process.version}, the hub’s own PostgreSQL, ${commit()}`;
}

/** What was measured, as far as git knows. */
function commit() {
  const { status, stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' });
  return status === 0 ? `commit ${stdout.trim()}` : 'no commit';
}

function readArguments() {
  const text = (value) => ({ type: 'string', default: value });
  const { values } = parseArgs({
    options: {
      placements: text('20000'),
      seconds: text('3'),
      connections: text('32'),
      rounds: text('3'),
      only: { type: 'string' },
      questions: { type: 'string' },
      beside: { type: 'string' },
    },
  });
  const number = (name) => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} must be a whole number above 0 (it is "${values[name]}")`);
  };
  return {
    placements: number('placements'),
    seconds: number('seconds'),
    connections: number('connections'),
    rounds: number('rounds'),
    only: values.only?.split(','),
    questions: values.questions?.split(','),
    beside: values.beside,
  };
}
