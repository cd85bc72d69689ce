import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** The interval at which a drain checks the connections. */
const SWEEP_MS = 50;
/**
 * A connection is ended after it has been seen this many times in a row without a request, because a request may be on its way. The hub counts
 * checks and not milliseconds, because arrived data is read between two checks, even on a busy machine.
 */
const GRACE_SWEEPS = 4;
/** The number of further checks in which a client can close its side of a connection that the server has ended. */
const FAREWELL_SWEEPS = 20;
/** How long connections may keep coming before the listener closes all the same. */
const ACCEPT_MS = 5_000;
/** A turn that is shorter had nothing to do. */
const QUIET_TURN_MS = 0.5;

interface Connection {
  /** The number of answers that are not completely sent. There can be several if the client does not wait before its next request. */
  readonly inWork: Set<ServerResponse>;
  /** The request that came last: its answer is the last one to leave. */
  latest?: IncomingMessage;
  /** The number of bytes that had been read when the last answer was sent. If it has grown, a request is coming in. */
  readBefore: number;
  /** How many times in a row it was seen without a request. */
  idleSweeps: number;
}

/** The connections of a server. With them the server can end without losing a request. */
export class Connections {
  private readonly all = new Map<Socket, Connection>();
  private opened = 0;
  private isDraining = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.opened += 1;
      this.all.set(socket, { inWork: new Set(), readBefore: 0, idleSweeps: 0 });
      socket.once('close', () => this.all.delete(socket));
    });
  }

  /** Notes a request, until its answer is out. */
  began(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const connection = this.all.get(socket);
    if (!connection) return;
    connection.inWork.add(response);
    connection.latest = request;
    response.once('close', () => {
      connection.inWork.delete(response);
      connection.readBefore = socket.bytesRead;
    });
  }

  /** Whether an answer has begun to leave and is not out yet, so that nothing else may be written. */
  isAnswering(socket: Socket): boolean {
    return [...(this.all.get(socket)?.inWork ?? [])].some(({ headersSent }) => headersSent);
  }

  /** Whether the answer that is about to leave is the last one of its connection. */
  isLastAnswer(request: IncomingMessage): boolean {
    return this.isDraining && this.all.get(request.socket)?.latest === request;
  }

  /**
   * Ends the server: every request that reaches it is answered, later connections are refused, and none is reset. What is left after
   * `withinMs` is cut.
   */
  async drain(withinMs: number): Promise<void> {
    this.isDraining = true;
    const closed = once(this.server, 'close');
    const cut = setTimeout(() => this.server.closeAllConnections(), withinMs);
    // While the server still listens, kept connections get a last answer: `close` would cut them together with requests on their way.
    for (let sweeps = 0; sweeps < GRACE_SWEEPS && this.all.size > 0; sweeps += 1) {
      await pause(SWEEP_MS);
      this.endIdle();
    }
    const sweep = setInterval(() => this.endIdle(), SWEEP_MS);
    await this.acceptWaiting();
    this.server.close();
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  }

  /**
   * Takes the connections that the system has accepted already: it resets those that still wait when the listener closes. Node takes one
   * a turn.
   */
  private async acceptWaiting(): Promise<void> {
    const until = performance.now() + ACCEPT_MS;
    let opened: number;
    let began: number;
    do {
      opened = this.opened;
      began = performance.now();
      await nextTurn();
      // A turn that had work to do looked for connections before that work: more may have come since.
    } while ((this.opened > opened || performance.now() - began > QUIET_TURN_MS) && performance.now() < until);
  }

  private endIdle(): void {
    for (const [socket, connection] of this.all) {
      const isIdle = connection.inWork.size === 0 && socket.bytesRead === connection.readBefore;
      connection.idleSweeps = isIdle ? connection.idleSweeps + 1 : 0;
      if (connection.idleSweeps === GRACE_SWEEPS) socket.end();
      if (connection.idleSweeps === GRACE_SWEEPS + FAREWELL_SWEEPS) socket.destroy();
    }
  }
}
