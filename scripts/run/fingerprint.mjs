import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes with whatever the compiler reads: a source that is new, gone, of another time (an earlier one too) or of another size, the
 * configuration, the installed packages.
 */
export function fingerprint(folder, config) {
  const { include } = JSON.parse(readFileSync(join(folder, config), 'utf8'));
  const settings = ['tsconfig.json', config, 'node_modules/.package-lock.json'];
  const files = [
    ...settings.filter((file) => existsSync(join(folder, file))),
    ...include.flatMap((entry) => sourcesIn(folder, entry)),
  ];
  const digest = createHash('sha256');
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(join(folder, file));
    digest.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}

/** `kit` stands for all in and below it, `bench/*.ts` for what is right in it. */
function sourcesIn(folder, entry) {
  const [name] = entry.split('/');
  return readdirSync(join(folder, name), { recursive: name === entry })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(name, file));
}
