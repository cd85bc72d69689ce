import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';
import * as subgraphs from '../../subgraphs/index.js';

const ROOMS =
  /^[a-z0-9-]+\.(entity|type|enums|input|resolver|reference|loaders|list|states|stub|import|policy|service|stats|[a-z0-9-]+)\.ts$/;

describe.each(Object.values(subgraphs).map(({ name }) => name))('the subgraph %s', (name) => {
  const folder = projectFile('subgraphs', name);

  test('has the same rooms as every other', () => {
    for (const path of ['README.md', 'subgraph.ts', 'context.ts', 'database/seed.ts', 'database/migrations']) {
      expect(existsSync(join(folder, path)), path).toBe(true);
    }
  });

  test('has a README of at most 15 lines that says what it owns, what it extends and what surprises', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8').trimEnd();
    expect(readme.split('\n').length).toBeLessThanOrEqual(15);
    for (const heading of ['Owns', 'Extends', 'Gotchas']) expect(readme).toContain(heading);
  });

  test('names every file of a room concept.room.ts', () => {
    const rooms = readdirSync(folder).filter(
      (entry) => statSync(join(folder, entry)).isDirectory() && entry !== 'database',
    );
    const files = rooms.flatMap((room) => readdirSync(join(folder, room)).map((file) => `${room}/${file}`));
    expect(files.filter((file) => !ROOMS.test(file.split('/')[1] ?? ''))).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

const sources = ['kit', 'gateway', 'subgraphs', 'scripts'].flatMap(sourceFiles);

test('only the environment reads process.env', () => {
  const readers = sources.filter((file) => readFileSync(projectFile(file), 'utf8').includes('process.env'));
  expect(readers).toEqual(['kit/environment.ts']);
});

test('no file is named after nothing', () => {
  expect(sources.filter((file) => /(^|\/)(utils?|common|helpers?|shared|manager)(\/|\.|-)/.test(file))).toEqual([]);
});
