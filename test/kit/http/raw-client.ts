import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Opens a connection to a server, on which a test writes what no client of HTTP would. */
export async function open(url: string, options: { highWaterMark?: number } = {}): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), ...options });
  await once(socket, 'connect');
  return socket;
}

/** Sends text on a connection of its own, and gives all that the server answers until it closes. @throws where it is reset */
export async function exchange(url: string, text: string): Promise<string> {
  const socket = await open(url);
  socket.write(text);
  return answerOn(socket);
}

/** All that comes on a connection until the server closes it. @throws where it is reset */
export async function answerOn(socket: Socket): Promise<string> {
  return Buffer.concat(await socket.toArray()).toString();
}

/** The status lines of answers. */
export function statuses(answers: string): number[] {
  return [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
