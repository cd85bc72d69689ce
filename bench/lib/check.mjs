import { ask, dataOf } from './ask.mjs';
import { canonical, difference } from './same.mjs';

/**
 * Has every contestant answer every question once, and compares.
 * @returns the requests to measure, each with the length of its answer
 * @throws where two answers differ
 */
export async function checkAnswers(questions, running) {
  const cells = [];
  for (const question of questions) {
    let expected;
    for (const { contestant, server } of running) {
      const variables = question.after
        ? { ...question.variables, after: await contestant.cursor(server, question) }
        : question.variables;
      const request = await contestant.request(server, { ...question, variables });
      const text = await ask(request);
      const read = contestant.read ?? ((_, data) => data);
      const answer = canonical(read(question.name, dataOf(text)));
      expected ??= answer;
      const differs = difference(expected, answer);
      if (differs)
        throw new Error(`${question.name}: ${running[0].contestant.name} against ${contestant.name}: ${differs}`);
      cells.push({ question, contestant, server, request, bytes: Buffer.byteLength(text), rounds: [] });
    }
    expectRows(question.name, expected);
  }
  return cells;
}

/** Nobody gets fast by answering nothing. */
function expectRows(name, answer) {
  const rows = JSON.stringify(answer).match(/"(reference|state|code|slug)":"/g)?.length ?? 0;
  if (rows < 2) throw new Error(`${name} has next to nothing in its answer: ${JSON.stringify(answer).slice(0, 300)}`);
}
