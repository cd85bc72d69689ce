import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';

const PROGRAM = projectFile('scripts', 'run.cjs');
const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the npm scripts', () => {
  test.each(['start', 'subgraph', 'import', 'sample', 'token'])('%s becomes the one process that it starts', (name) => {
    expect(scripts[name]).toBe(`exec node scripts/run.cjs ${name}`);
  });

  test('say in one line where Node is too old, in words that every Node can read', () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '12.22.1' }); require(${JSON.stringify(PROGRAM)})`;
    const { status, stderr, stdout } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^corridor-hub: Node 24 or later is needed, and this is .*\n$/);
    // What Node 0.10 cannot read, in code; the comments may say what they like.
    const code = readFileSync(PROGRAM, 'utf8').replace(/^\/\/.*$/gm, '');
    expect(code).not.toMatch(/\b(const|let|class|import|async|await)\b|=>|`|\?\.|\?\?|\.\.\./);
  });
});

describe('the compiled project', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corridor-hub-compile-'));
    const include = ['kit'];
    const compilerOptions = { rootDir: '.', outDir: 'dist', module: 'NodeNext', incremental: true, types: [] };
    writeFileSync(join(folder, 'tsconfig.serve.json'), JSON.stringify({ compilerOptions, include }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(projectFile('node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'kit'));
    writeFileSync(join(folder, 'kit', 'a.ts'), 'export const a = 1;\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const compiled = (name = 'a') => join(folder, 'dist', 'kit', `${name}.js`);
  const compile = (config = 'tsconfig.serve.json') => {
    const url = JSON.stringify(projectFile('scripts', 'run', 'compile.mjs'));
    const run = `import { compile } from ${url}; process.exit(await compile(${JSON.stringify(folder)}, ${JSON.stringify(config)}))`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', run], { encoding: 'utf8' }).status;
  };

  test('is left alone while its sources are the same, and made again for one that is new, changed, older or gone', () => {
    expect(compile()).toBe(0);
    expect(readFileSync(compiled(), 'utf8')).toContain('a = 1');
    writeFileSync(compiled(), 'left alone');
    expect(compile()).toBe(0);
    expect(readFileSync(compiled(), 'utf8')).toBe('left alone');

    // As a checkout of an older version would write it, or `cp -p`.
    writeFileSync(join(folder, 'kit', 'a.ts'), 'export const a = 2;\n');
    utimesSync(join(folder, 'kit', 'a.ts'), 1_000, 1_000);
    expect(compile()).toBe(0);
    expect(readFileSync(compiled(), 'utf8')).toContain('a = 2');

    writeFileSync(join(folder, 'kit', 'b.ts'), 'export const b = 1;\n');
    expect(compile()).toBe(0);
    expect(existsSync(compiled('b'))).toBe(true);
  });

  test('that fails to compile is compiled the next time, too', () => {
    writeFileSync(join(folder, 'kit', 'a.ts'), 'export const a: string = 1;\n');
    expect(compile()).not.toBe(0);
    expect(compile()).not.toBe(0);
  });

  test('of everything is that of what serves as well', () => {
    expect(compile('tsconfig.json')).toBe(0);
    writeFileSync(compiled(), 'left alone');
    expect(compile()).toBe(0);
    expect(readFileSync(compiled(), 'utf8')).toBe('left alone');
  });
});
