import { pino } from 'pino';
import { expect, test } from 'vitest';
import { CircuitBreaker } from '../../../gateway/executors/circuit-breaker.js';

function breaker() {
  const clock = { now: 0 };
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  return { clock, lines, circuit: new CircuitBreaker('people', log, () => clock.now) };
}

function failTimes(circuit: CircuitBreaker, times: number) {
  for (let call = 0; call < times; call += 1) circuit.failed(circuit.admit() ?? Number.NaN);
}

test('it opens after five failures in a row, and lets one call through each second until one succeeds', () => {
  const { circuit, clock, lines } = breaker();
  failTimes(circuit, 4);
  circuit.succeeded();
  failTimes(circuit, 4);
  expect(circuit.admit()).toBe(0);
  circuit.failed(0);
  expect(circuit.admit()).toBeUndefined();
  clock.now = 999;
  expect(circuit.admit()).toBeUndefined();
  clock.now = 1_000;
  expect(circuit.admit()).toBe(1_000);
  expect(circuit.admit()).toBeUndefined();
  circuit.failed(1_000);
  clock.now = 2_100;
  expect(circuit.admit()).toBe(2_100);
  expect(circuit.admit()).toBeUndefined();
  circuit.succeeded();
  expect(circuit.admit()).toBe(2_100);
  expect(circuit.admit()).toBe(2_100);
  expect(lines).toEqual(['a subgraph does not answer, and is not called for now', 'a subgraph answers again']);
});

test('calls that began before the last success do not open it', () => {
  const { circuit, clock } = breaker();
  const began = Array.from({ length: 10 }, () => circuit.admit() ?? Number.NaN);
  clock.now = 10;
  circuit.succeeded();
  for (const moment of began) circuit.failed(moment);
  expect(circuit.admit()).toBe(10);
});
