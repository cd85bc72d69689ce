import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { liveProcessOf, removeProcessFile, writeProcessFile } from './process-file.js';

/** Notes that this process uses the cluster, one note for each time it is opened. Call it under the data folder's lock. */
export function registerUser(dataDir: string): string {
  const file = join(usersFolder(dataDir), `${process.pid}-${randomUUID().slice(0, 8)}`);
  writeProcessFile(file);
  return file;
}

/** Removes a note and those of the dead, and tells whether anyone is left. Call it under the data folder's lock. */
export function unregisterUser(dataDir: string, file: string): { inUse: boolean } {
  removeProcessFile(file);
  const notes = notesIn(dataDir);
  const dead = notes.filter((note) => liveProcessOf(note) === undefined);
  dead.forEach(removeProcessFile);
  return { inUse: dead.length < notes.length };
}

/** Whether other processes use the cluster, beside the one of this note. Call it under the data folder's lock. */
export function hasOtherUsers(dataDir: string, note: string): boolean {
  return notesIn(dataDir).some((each) => each !== note && liveProcessOf(each) !== undefined);
}

function notesIn(dataDir: string): string[] {
  const folder = usersFolder(dataDir);
  return readdirSync(folder).map((name) => join(folder, name));
}

function usersFolder(dataDir: string): string {
  const folder = join(dataDir, 'users');
  mkdirSync(folder, { recursive: true });
  return folder;
}
