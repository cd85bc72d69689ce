import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRoverConfig, roverConfig } from '../../gateway/rover.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rover-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SUBGRAPHS = [
  { name: 'people', url: 'http://127.0.0.1:4001/graphql', file: 'people.graphql' },
  { name: 'trade-events', url: 'http://127.0.0.1:4004/graphql', file: './events.graphql' },
];

describe('rover.yaml', () => {
  it('is what `rover supergraph compose` reads', () => {
    expect(parse(roverConfig(SUBGRAPHS))).toEqual({
      federation_version: '=2.9.0',
      subgraphs: {
        people: { routing_url: 'http://127.0.0.1:4001/graphql', schema: { file: 'people.graphql' } },
        'trade-events': { routing_url: 'http://127.0.0.1:4004/graphql', schema: { file: './events.graphql' } },
      },
    });
  });

  it('gives back what was written, with the SDL of the files beside it', async () => {
    await writeFile(join(folder, 'people.graphql'), 'type Query { a: Int }');
    await writeFile(join(folder, 'events.graphql'), 'type Query { b: Int }');
    await writeFile(join(folder, 'rover.yaml'), roverConfig(SUBGRAPHS));
    expect(await readRoverConfig(join(folder, 'rover.yaml'))).toEqual([
      { name: 'people', url: 'http://127.0.0.1:4001/graphql', sdl: 'type Query { a: Int }' },
      { name: 'trade-events', url: 'http://127.0.0.1:4004/graphql', sdl: 'type Query { b: Int }' },
    ]);
  });

  it('says which file is missing, and what is wrong with one that is no configuration', async () => {
    await expect(readRoverConfig(join(folder, 'none.yaml'))).rejects.toThrow(
      /none\.yaml cannot be read; npm run schema writes it/,
    );
    await writeFile(join(folder, 'bad.yaml'), 'subgraphs: { people: { routing_url: 5 } }');
    await expect(readRoverConfig(join(folder, 'bad.yaml'))).rejects.toMatchObject({
      name: 'OperatorError',
      message: expect.stringContaining('subgraphs.people.routing_url'),
    });
  });
});
