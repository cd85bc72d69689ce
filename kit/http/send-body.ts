import type { ServerResponse } from 'node:http';
import type { SlowClientLimits } from './slow-clients.js';

/** The size of a piece. A client must take one piece within the time for progress: less than 2 kB a second is no progress. */
const PIECE_BYTES = 32 * 1024;

/** Ends a response with this body, piece by piece, and cuts a client that does not take it. */
export function sendBody(response: ServerResponse, body: string | Buffer, limits: SlowClientLimits): void {
  // Answers of one connection leave one after the other: a later one has no socket until it is its turn.
  if (response.socket) send(response, body, limits);
  else response.once('socket', () => send(response, body, limits));
}

function send(response: ServerResponse, body: string | Buffer, { progressMs, answerMs }: SlowClientLimits): void {
  const cut = () => void response.destroy();
  const progress = setTimeout(cut, progressMs);
  const whole = setTimeout(cut, answerMs);
  response.once('close', () => {
    clearTimeout(progress);
    clearTimeout(whole);
  });
  if (Buffer.byteLength(body) <= PIECE_BYTES) {
    response.end(body);
    return;
  }
  const bytes = Buffer.from(body as string);
  const sendFrom = (start: number) => {
    progress.refresh();
    const end = start + PIECE_BYTES;
    if (end >= bytes.length) response.end(bytes.subarray(start));
    else response.write(bytes.subarray(start, end), (error) => error ?? sendFrom(end));
  };
  sendFrom(0);
}
