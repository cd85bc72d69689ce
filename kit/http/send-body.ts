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

function send(response: ServerResponse, body: string | Buffer, limits: SlowClientLimits): void {
  if (Buffer.byteLength(body) > PIECE_BYTES) {
    sendPieces(response, Buffer.from(body as string), cutAfter(response, limits));
    return;
  }
  response.end(body);
  // Most often the system has taken all of it by now, and there is nothing left to wait for.
  if (response.socket?.writableLength !== 0) cutAfter(response, limits);
}

function sendPieces(response: ServerResponse, bytes: Buffer, progress: NodeJS.Timeout): void {
  const sendFrom = (start: number) => {
    progress.refresh();
    const end = start + PIECE_BYTES;
    if (end >= bytes.length) response.end(bytes.subarray(start));
    else response.write(bytes.subarray(start, end), (error) => error ?? sendFrom(end));
  };
  sendFrom(0);
}

/** Cuts the client when its time is over. Returns the timer that each sign of progress starts again. */
function cutAfter(response: ServerResponse, { progressMs, answerMs }: SlowClientLimits): NodeJS.Timeout {
  const cut = () => void response.destroy();
  const progress = setTimeout(cut, progressMs);
  const whole = setTimeout(cut, answerMs);
  response.once('close', () => {
    clearTimeout(progress);
    clearTimeout(whole);
  });
  return progress;
}
