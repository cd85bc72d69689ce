import { totalmem } from 'node:os';
import { LOG_SETTINGS } from './server-log.js';

const MEBIBYTE = 1024 * 1024;

/** An eighth of the machine's memory, within bounds: the indexes of a million placements then stay where they are written. */
const sharedBuffers = Math.round(Math.min(Math.max(totalmem() / 8 / MEBIBYTE, 128), 1024));

/** How the embedded server is set up: for a laptop of two cores, durable, and reachable from this machine alone. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may hold about 100 characters only, which a data folder deep in a home folder exceeds.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: `${sharedBuffers}MB`,
  work_mem: '16MB',
  fsync: 'on',
  synchronous_commit: 'on',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  ...LOG_SETTINGS,
  // Compiling costs more than it saves on the short statements of an API.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
