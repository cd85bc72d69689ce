import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the nearest above this file that has a package.json, whether the code runs compiled or not. */
const root = (function find(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : find(dirname(folder));
})(dirname(fileURLToPath(import.meta.url)));

/** A file of the project that is read at run time and is not compiled, such as `schema/supergraph.graphql`. */
export function projectFile(...path: string[]): string {
  return join(root, ...path);
}
