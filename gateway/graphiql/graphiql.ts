import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HttpError } from '../../kit/http/http-error.js';
import type { HttpResponse } from '../../kit/http/http-message.js';
import type { Handler } from '../../kit/http/routes.js';
import { readExamples } from './examples.js';
import { PAGE_STYLE } from './page-style.js';
import { START_SCRIPT } from './start-script.js';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** The files of installed packages that are served. No other file of these packages is. */
const PACKAGE_FILES: Record<string, { from: string; file: string; type: string }> = {
  'react.js': { from: 'react', file: 'umd/react.production.min.js', type: SCRIPT },
  'react-dom.js': { from: 'react-dom', file: 'umd/react-dom.production.min.js', type: SCRIPT },
  'graphiql.js': { from: 'graphiql', file: 'graphiql.min.js', type: SCRIPT },
  'graphiql.css': { from: 'graphiql', file: 'graphiql.min.css', type: STYLE },
};

/** Serves the files of GraphiQL, below /graphiql/. */
export async function graphiqlFiles(examplesDir: string): Promise<Handler> {
  const files = new Map<string, HttpResponse>();
  for (const [name, { from, file, type }] of Object.entries(PACKAGE_FILES)) {
    files.set(name, response(type, 'public, max-age=86400', await readFile(join(folderOf(from), file))));
  }
  const examples = JSON.stringify(await readExamples(examplesDir));
  files.set('examples.json', response('application/json; charset=utf-8', 'no-cache', examples));
  files.set('start.js', response(SCRIPT, 'no-cache', START_SCRIPT));
  files.set('page.css', response(STYLE, 'no-cache', PAGE_STYLE));

  return ({ url }) => {
    const file = files.get(url.pathname.slice('/graphiql/'.length));
    if (!file) throw new HttpError(404, 'NOT_FOUND', 'There is no such file.');
    return file;
  };
}

function response(type: string, caching: string, body: string | Buffer): HttpResponse {
  return { status: 200, headers: { 'content-type': type, 'cache-control': caching }, body };
}

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
