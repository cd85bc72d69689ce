import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** A tab of GraphiQL. */
export interface Example {
  query: string;
  variables?: string;
}

/**
 * Reads client operations from a folder: `<name>.graphql`, with optional variables in `<name>.json`. `explorer.json` lists the names to
 * read, in order. Without it, all operations are read.
 */
export async function readExamples(folder: string): Promise<Example[]> {
  const files: string[] = await readdir(folder).catch(() => []);
  const all = files.filter((file) => file.endsWith('.graphql')).sort();
  const names: string[] = files.includes('explorer.json')
    ? JSON.parse(await readFile(join(folder, 'explorer.json'), 'utf8'))
    : all.map((file) => parse(file).name);
  return Promise.all(names.map((name) => readExample(folder, name, files)));
}

async function readExample(folder: string, name: string, files: readonly string[]): Promise<Example> {
  const query = await readFile(join(folder, `${name}.graphql`), 'utf8');
  if (!files.includes(`${name}.json`)) return { query };
  return { query, variables: await readFile(join(folder, `${name}.json`), 'utf8') };
}
