import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONFIGS, compile } from './compile.mjs';
import { endOnSignals } from './end-on-signals.mjs';

/** Scripts that need the packages of development are compiled with everything; the others with what serves. */
const FOR_DEVELOPMENT = new Set(['build', 'schema', 'bench/import-ratio']);

const [, , script, ...args] = process.argv;
const folder = join(import.meta.dirname, '..', '..');

/** Compiles what changed and becomes the compiled script, in this process: a signal to it reaches the script. */
async function run() {
  endOnSignals();
  const exitCode = await compile(folder, FOR_DEVELOPMENT.has(script) ? CONFIGS.everything : CONFIGS.serve);
  if (exitCode !== 0) process.exit(exitCode);
  if (script === 'build') return;
  const compiled = join(folder, 'dist', script.includes('/') ? '' : 'scripts', `${script}.js`);
  process.argv = [process.execPath, compiled, ...args];
  await import(pathToFileURL(compiled).href);
}

run();
