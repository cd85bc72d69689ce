import { parse } from 'graphql';
import { type Hub, openHub } from '../../gateway/hub.js';
import type { Environment } from '../../kit/environment.js';
import { OperatorError } from '../../kit/errors.js';
import { type Choice, Choices } from '../../kit/import/choices.js';
import { logger } from '../../kit/logger.js';
import { runRequest } from '../../kit/request.js';
import { PUBLIC } from '../../kit/viewer.js';
import * as subgraphs from '../../subgraphs/index.js';

const COMPANIES = parse(
  'query ($after: String) { companies(first: 100, after: $after) { nodes { slug name } pageInfo { hasNextPage endCursor } } }',
);
/** So many companies are looked through for one that was meant. */
const MOST = 5_000;

interface Page {
  readonly nodes: readonly { readonly slug: string; readonly name: string | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Refuses the slug of no company. The hub's tables are only read; its PostgreSQL is started for that where it does not run.
 * @throws OperatorError with the nearest slugs
 */
export async function requireCompany(slug: string, environment: Environment, signal: AbortSignal): Promise<void> {
  const hub = await openHub({
    subgraphs: Object.values(subgraphs),
    environment,
    log: logger,
    prepare: false,
    signal,
  });
  try {
    const [found] = await hub.lookup('Company', 'slug', [slug], 'slug');
    if (found) return;
    const nearest = new Choices(await companiesOf(hub)).nearest(slug).map(({ choice }) => choice.key);
    const hint = nearest.length > 0 ? `; did you mean ${nearest.join(' or ')}?` : '';
    throw new OperatorError(`there is no company "${slug}" in this hub${hint}`);
  } finally {
    await hub.close();
  }
}

async function companiesOf({ executors }: Hub): Promise<Choice[]> {
  const companies: Choice[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Page = await pageOf(executors, after);
    companies.push(...nodes.map(({ slug, name }) => ({ key: slug, names: name ? [name] : [] })));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && companies.length < MOST);
  return companies;
}

async function pageOf(executors: Hub['executors'], after: string | null): Promise<Page> {
  const { data } = await runRequest({ requestId: 'token', viewer: PUBLIC }, async (context) => {
    if (!executors.companies) throw new Error('there is no subgraph companies');
    return executors.companies({ document: COMPANIES, variables: { after }, context });
  });
  if (!data?.companies) throw new OperatorError('the companies cannot be read');
  return data.companies as Page;
}
