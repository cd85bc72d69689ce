import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The process that makes the load. */
export function openLoader() {
  const child = fork(fileURLToPath(new URL('load.mjs', import.meta.url)), { serialization: 'advanced' });
  let last = 0;
  const waiting = new Map();
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the process that makes the load has ended'));
  });
  return {
    load: (job) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, ...job });
      }),
    close: () => child.connected && child.disconnect(),
  };
}
