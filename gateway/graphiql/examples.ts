import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** A tab of GraphiQL. */
export interface Example {
  query: string;
  variables?: string;
}

/** Reads the client operations of a folder: `<name>.graphql`, with its variables in `<name>.json` where it has any. */
export async function readExamples(folder: string): Promise<Example[]> {
  const files = await readdir(folder).catch(() => []);
  const names = files.filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(names.map((name) => readExample(folder, parse(name).name, files)));
}

async function readExample(folder: string, name: string, files: readonly string[]): Promise<Example> {
  const query = await readFile(join(folder, `${name}.graphql`), 'utf8');
  if (!files.includes(`${name}.json`)) return { query };
  return { query, variables: await readFile(join(folder, `${name}.json`), 'utf8') };
}
