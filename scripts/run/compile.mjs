import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

/** What serves, without the packages of development; and everything, which includes it. */
export const CONFIGS = { serve: 'tsconfig.serve.json', everything: 'tsconfig.json' };

/** Compiles the project into dist/, unless its sources are those of the last time. Gives the exit code of the compiler. */
export async function compile(folder, config) {
  const isFresh = () => read(stampOf(folder, config)) === fingerprint(folder, config);
  if (isFresh()) return 0;
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const { withLock } = await import('../../kit/postgres/lock.ts');
  return withLock(join(folder, 'dist', 'lock'), async () => {
    // Another process may have compiled meanwhile.
    if (isFresh()) return 0;
    const covered = config === CONFIGS.everything ? Object.values(CONFIGS) : [config];
    // Taken before: what changes while the compiler runs is compiled the next time.
    const stamps = covered.map((each) => [stampOf(folder, each), fingerprint(folder, each)]);
    const exitCode = await runCompiler(folder, config);
    if (exitCode === 0) for (const [file, content] of stamps) writeFileSync(file, content);
    return exitCode;
  });
}

function stampOf(folder, config) {
  return join(folder, 'dist', `${config}.compiled`);
}

async function runCompiler(folder, config) {
  const tsc = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiler = spawn(process.execPath, [tsc, '--project', join(folder, config)], { stdio: 'inherit' });
  const end = () => compiler.kill('SIGKILL');
  process.once('exit', end);
  const [exitCode] = await once(compiler, 'exit');
  process.off('exit', end);
  return exitCode ?? 1;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
