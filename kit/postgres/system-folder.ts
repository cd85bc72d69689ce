import { chmodSync, mkdirSync } from 'node:fs';
import { OperatorError } from '../errors.js';

const FOLDER = '/var/lib/corridor-hub';

/**
 * The folder for what the server must reach and cannot reach where it lies: root's home, say, is closed to every other
 * user, and PostgreSQL does not run as root.
 */
export function systemFolder(unreachable: string): string {
  try {
    mkdirSync(FOLDER, { recursive: true });
    chmodSync(FOLDER, 0o755);
    return FOLDER;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `PostgreSQL does not run as root, and no other user can reach ${unreachable} (${reason}): run the hub as an ordinary user`,
    );
  }
}
