import { cpuOf, cpuOfPostgres, memoryOf } from './cpu.mjs';

const WARM_UP_SECONDS = 1;

/** Before each round, uncounted: connections that were closed as nobody used them are opened again. */
const WAKE_UP_SECONDS = 0.3;

/**
 * Measures the cells in turn, several short rounds each, so that what happens to the machine happens to all.
 * @param {object[]} cells what `checkAnswers` made; each gets its rounds
 */
export async function measure(cells, { loader, connections, seconds, rounds, progress }) {
  const load = (cell, duration) =>
    loader.load({ request: cell.request, bytes: cell.bytes, connections, seconds: duration });
  for (const cell of cells) {
    progress(`warming up ${cell.question.name} ${cell.contestant.name}`);
    await load(cell, WARM_UP_SECONDS);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const cell of cells) {
      const { pids, postmaster } = cell.server;
      await load(cell, WAKE_UP_SECONDS);
      const before = [cpuOf(pids), cpuOfPostgres(postmaster)];
      const { requests, ms, latencies, failed, failure } = await load(cell, seconds / rounds);
      const after = [cpuOf(pids), cpuOfPostgres(postmaster)];
      if (failed) progress(`${failed} wrong answers, the first: ${failure}`);
      cell.rounds.push({
        requests,
        failed,
        ms,
        latencies,
        server: after[0] - before[0],
        postgres: after[1] - before[1],
      });
      cell.memory = memoryOf(pids);
      progress(
        `round ${round} of ${rounds}: ${cell.question.name} ${cell.contestant.name} ${Math.round((requests / ms) * 1000)}/s`,
      );
    }
  }
  return cells.map(summary);
}

/** Throughput and processor time of all rounds together; the shares of single rounds say how far they spread. */
function summary({ question, contestant, rounds, memory, bytes }) {
  const total = (key) => rounds.reduce((sum, round) => sum + round[key], 0);
  const requests = total('requests');
  const answers = requests + total('failed');
  const latencies = Float32Array.from(rounds.flatMap((round) => [...round.latencies])).sort();
  const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    question: question.name,
    contestant: contestant.name,
    requests,
    failed: total('failed'),
    perSecond: (requests / total('ms')) * 1000,
    perSecondByRound: rounds.map((round) => (round.requests / round.ms) * 1000),
    serverMs: total('server') / answers,
    postgresMs: total('postgres') / answers,
    p50: percentile(0.5),
    p99: percentile(0.99),
    memory,
    bytes,
  };
}
