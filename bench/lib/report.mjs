/** The table of the issue, and the figures behind it, as Markdown. */
export function report({ placements, machine, settings, questions, contestants, results }) {
  const [limit] = contestants;
  const of = (question, contestant) =>
    results.find((each) => each.question === question.name && each.contestant === contestant.name);
  const share = (question, contestant) => of(question, contestant).perSecond / of(question, limit).perSecond;
  const cell = (question, contestant) => {
    const { serverMs, postgresMs, failed } = of(question, contestant);
    const failures = failed ? `, ${failed} failed` : '';
    return `${short(share(question, contestant))} [${short(serverMs)}+${short(postgresMs)}]${failures}`;
  };
  const { connections, seconds, rounds } = settings;
  return `# ${placements.toLocaleString('en')} placements

${machine}. ${connections} connections, ${seconds} s for each cell in ${rounds} rounds, one contestant at a time, round after round.

Throughput as a share of ${limit.title}; in brackets the processor time of a request in ms, server + PostgreSQL.

${table(
  ['question', ...contestants.map(({ title }) => title)],
  questions.map((question) => [
    `${question.name} ${question.title}`,
    ...contestants.map((each) => cell(question, each)),
  ]),
)}

Requests a second, and in brackets the latency in ms, median / 99th percentile.

${table(
  ['question', ...contestants.map(({ name }) => name)],
  questions.map((question) => [
    question.name,
    ...contestants.map((each) => {
      const { perSecond, p50, p99 } = of(question, each);
      return `${Math.round(perSecond)} [${short(p50)} / ${short(p99)}]`;
    }),
  ]),
)}

Memory of the server’s processes together, in MB: after the last round, and the most they ever had.

${table(
  ['', ...contestants.map(({ name }) => name)],
  [
    [
      'RSS',
      ...contestants.map(({ name }) => {
        const { memory } = results.findLast((each) => each.contestant === name);
        return `${memory.now} / ${memory.most}`;
      }),
    ],
  ],
)}
`;
}

/** Two digits that count: .07, .31, 1.5, 34. */
function short(number) {
  if (number >= 10) return String(Math.round(number));
  const digits = number >= 1 ? 1 : number >= 0.1 ? 2 : number >= 0.01 ? 2 : 3;
  return number.toFixed(digits).replace(/^0\./, '.');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
