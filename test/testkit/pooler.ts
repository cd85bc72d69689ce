import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import pg from 'pg';

/** What stands between the hub and PostgreSQL. */
export interface Pooler {
  /** The given URL, by way of the pooler. */
  readonly url: string;
  close(): Promise<void>;
}

interface Lent {
  readonly server: Socket;
  /** How many messages the server has yet to end its answer to. */
  due: number;
}

/**
 * A pooler that hands out connections by transaction, as PgBouncer does with `ignore_startup_parameters = options`: what a client says when it
 * connects is lost, and each of its transactions runs on another of the pooler's few connections to the server, set up by whoever had it before.
 */
export async function startPooler(url: string, size = 3): Promise<Pooler> {
  const idle = await Promise.all(Array.from({ length: size }, () => connect(url)));
  const all = [...idle];
  const waiting: ((server: Socket) => void)[] = [];
  const take = async () => idle.shift() ?? new Promise<Socket>((resolve) => waiting.push(resolve));
  const giveBack = (server: Socket) => {
    const next = waiting.shift();
    if (next) next(server);
    else idle.push(server);
  };
  const clients = new Set<Socket>();
  const listener = createServer((client) => {
    clients.add(client);
    client.on('error', () => undefined).on('close', () => clients.delete(client));
    serve(client, take, giveBack);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const through = new URL(url);
  through.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: through.href,
    async close() {
      for (const socket of [...clients, ...all]) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}

/** A connection that the driver has opened and nobody reads yet. */
async function connect(url: string): Promise<Socket> {
  const client = new pg.Client({ connectionString: url, application_name: 'pooler' });
  client.on('error', () => undefined);
  await client.connect();
  const socket = client.connection.stream as Socket;
  socket.removeAllListeners('data');
  return socket;
}

async function serve(client: Socket, take: () => Promise<Socket>, giveBack: (server: Socket) => void): Promise<void> {
  let lent: Lent | undefined;
  let isStarted = false;
  const end = (server: Socket) => {
    server.removeAllListeners('data');
    lent = undefined;
    giveBack(server);
  };
  const lend = async (): Promise<Lent> => {
    const now: Lent = { server: await take(), due: 0 };
    const read = frames((type, message) => {
      client.write(message);
      if (type !== 'Z') return;
      now.due -= 1;
      if (now.due === 0 && message.toString('latin1', 5) === 'I') end(now.server);
    });
    now.server.on('data', read);
    return now;
  };
  // One message after the other: the next may need the connection that the one before has got.
  let work = Promise.resolve();
  const forward = frames((type, message) => {
    work = work.then(async () => {
      if (type === 'X') return;
      lent ??= await lend();
      if (type === 'Q' || type === 'S') lent.due += 1;
      lent.server.write(message);
    });
  });
  client.on('data', (data: Buffer) => {
    if (isStarted) return forward(data);
    isStarted = true;
    // The startup message is not looked at: whoever comes is let in, and is told that the server is ready.
    client.write(Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', [...Buffer.from('I')])]));
    const rest = data.subarray(data.readInt32BE(0));
    if (rest.length > 0) forward(rest);
  });
  // A client that leaves within a transaction leaves it to nobody.
  client.on('close', () => lent?.server.destroy());
}

function message(type: string, body: readonly number[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}

/** Cuts a stream into PostgreSQL's messages. */
function frames(each: (type: string, message: Buffer) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const length = rest.readInt32BE(1) + 1;
      each(rest.toString('latin1', 0, 1), rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}
