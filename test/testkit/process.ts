import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectFile } from '../../kit/project.js';

export interface Run {
  readonly child: ChildProcess;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Waits until it has printed this. */
  printed(text: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end; gives the exit code. */
  ended(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function killRunning(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs one of the compiled scripts as npm would, with these variables and none of ours. */
export function runScript(script: string, args: string[], variables: Record<string, string>): Run {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [projectFile('dist', 'scripts', `${script}.js`), ...args], {
    env: { PATH, HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let text = '';
  const closed = once(child, 'close');
  const changed: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const wake of changed.splice(0)) wake();
    });
  }
  return {
    child,
    output: () => text,
    async printed(pattern) {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found;
        const next = new Promise<void>((resolve) => changed.push(resolve));
        const end = closed.then(() => Promise.reject(new Error(`ended without printing ${pattern}:\n${text}`)));
        await Promise.race([next, end]);
      }
    },
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}
