import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const children = new Set();

/**
 * Starts a Node process and waits until it says that it listens.
 * @param {string[]} args the script and its arguments
 * @param {Record<string, string>} environment beside our own
 * @param {RegExp} ready what it prints then
 */
export async function start(args, environment, ready = /^ready/m) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  const listens = new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (ready.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code, signal) => {
      if (!children.delete(child)) return;
      const error = `${args.join(' ')} ended with ${code ?? signal}:\n${said}`;
      console.error(error);
      reject(new Error(error));
    });
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await listens.finally(() => clearTimeout(late));
  return child.pid;
}

/** Runs a Node script to its end. */
export async function run(args, environment) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: 'inherit' });
  children.add(child);
  const [code] = await once(child, 'exit');
  children.delete(child);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
}

/** Stops every process that was started here, those that do not listen by force. */
export async function stopAll() {
  await Promise.all(
    [...children].map(async (child) => {
      const ended = once(child, 'exit');
      children.delete(child);
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    }),
  );
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
