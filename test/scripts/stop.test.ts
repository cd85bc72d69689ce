import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';

const url = (...path: string[]) => JSON.stringify(pathToFileURL(projectFile(...path)).href);

/** A script that gets a signal while it evaluates its modules, when no signal can be delivered yet. */
const busyWhenAsked = (signal: string) => `
  import { endOnSignals } from ${url('scripts', 'run', 'end-on-signals.mjs')};
  import { listenForStop } from ${url('dist', 'scripts', 'stop.js')};
  endOnSignals();
  process.kill(process.pid, '${signal}');
  const { asked } = listenForStop();
  setTimeout(() => console.log('never asked'), 2_000).ref();
  asked.addEventListener('abort', () => { console.log(asked.reason.message); process.exit(); });
`;

test.each(['SIGHUP', 'SIGINT', 'SIGTERM'])('a %s that waits while the script is loaded is obeyed', (signal) => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', busyWhenAsked(signal)], {
    encoding: 'utf8',
  });
  expect(stdout).toBe(`stopped by ${signal}\n`);
});
