/** A process of its own that asks one request over and over, on so many connections at once, and tells how that went. */
import { Pool } from 'undici';

process.on('message', async ({ id, ...job }) => {
  try {
    process.send({ id, result: await load(job) });
  } catch (error) {
    process.send({ id, error: error.message });
  }
});
process.on('disconnect', () => process.exit());

async function load({ request: { url, headers, body }, connections, seconds, bytes }) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies = [];
  const failures = [];
  const until = performance.now() + seconds * 1000;
  const ask = () => send(pool, { method: 'POST', path: pathname, headers, body });
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let now = performance.now(); now < until; ) {
        const answer = await ask();
        const then = performance.now();
        if (answer.status === 200 && answer.bytes === bytes) latencies.push(then - now);
        else failures.push(`${answer.status}, ${answer.bytes} bytes: ${answer.begin}`);
        now = then;
      }
    }),
  ).finally(() => pool.destroy());
  const ms = performance.now() - started;
  return {
    requests: latencies.length,
    ms,
    latencies: Float32Array.from(latencies),
    failed: failures.length,
    failure: failures[0],
  };
}

function send(pool, options) {
  return new Promise((resolve, reject) => {
    let status = 0;
    let bytes = 0;
    let begin;
    pool.dispatch(options, {
      onRequestStart() {},
      onResponseStart(_, statusCode) {
        status = statusCode;
      },
      onResponseData(_, chunk) {
        bytes += chunk.length;
        begin ??= chunk;
      },
      onResponseEnd() {
        resolve({
          status,
          bytes,
          get begin() {
            return String(begin).slice(0, 500);
          },
        });
      },
      onResponseError(_, error) {
        reject(error);
      },
    });
  });
}
