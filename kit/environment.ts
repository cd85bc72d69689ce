import { z } from 'zod';
import { OperatorError } from './errors.js';

const postgresUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be a PostgreSQL URL such as postgres://user:password@host:5432/database',
});
const httpUrl = z.string().refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be a URL such as http://127.0.0.1:4001/graphql',
});

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const variables = z.object({
  /** The port the gateway (or a subgraph served alone) listens on. */
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'must be a port number between 0 and 65535' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'must be a port number between 0 and 65535' })
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The application's connection; without it the hub runs its own PostgreSQL in HUB_DATA_DIR. */
  DATABASE_URL: postgresUrl.optional(),
  /** The connection that migrates; DATABASE_URL where it is not given. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  HUB_DATA_DIR: z.string().min(1).default('.data'),
  /** 1 loads a small synthetic sample into an empty hub, 0 does not. */
  HUB_SAMPLE: z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .default('1')
    .transform((value) => value === '1'),
  /** Origins whose pages may read answers, besides those of this machine. */
  HUB_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .refine((origins) => origins.every((origin) => origin === '*' || URL.parse(origin)?.origin === origin), {
      error: 'must be origins such as https://portal.example, separated by commas, or *',
    }),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('warn'),
  /** npm keeps `--dry-run` to itself where the `--` before it is forgotten, and says so here. */
  npm_config_dry_run: z.literal('true').optional(),
});

/** Everything the hub reads from its environment, parsed once. */
export interface Environment {
  port: number | undefined;
  host: string;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  dataDir: string;
  sample: boolean;
  allowedOrigins: string[];
  logLevel: string;
  /** Whether npm was told not to do anything in earnest. */
  dryRun: boolean;
  /** Where a subgraph is called over HTTP instead of in process, by the subgraph's name. */
  subgraphUrls: Record<string, string>;
}

/**
 * Parses the environment, or says in one line which variable is wrong and what would be right.
 * @throws OperatorError
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const parsed = variables.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    // A database URL holds a password, and what is printed ends up in logs.
    const given = name.startsWith('DATABASE_') ? '' : ` (it is "${source[name]}")`;
    throw new OperatorError(`${name} ${issue?.message}${given}`);
  }
  const { data } = parsed;
  if (data.DATABASE_OWNER_URL && !data.DATABASE_URL) {
    throw new OperatorError('DATABASE_OWNER_URL needs DATABASE_URL beside it');
  }
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    dataDir: data.HUB_DATA_DIR,
    sample: data.HUB_SAMPLE,
    allowedOrigins: data.HUB_ALLOWED_ORIGINS,
    logLevel: data.LOG_LEVEL,
    dryRun: data.npm_config_dry_run === 'true',
    subgraphUrls: readSubgraphUrls(source),
  };
}

function withoutEmpty(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
}

/** SUBGRAPH_TRADE_EVENTS_URL → `trade-events`. */
function readSubgraphUrls(source: Record<string, string | undefined>): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [variable, value] of Object.entries(source)) {
    const name = /^SUBGRAPH_([A-Z_]+)_URL$/.exec(variable)?.[1];
    if (!name || !value) continue;
    if (!httpUrl.safeParse(value).success) {
      throw new OperatorError(`${variable} must be a URL such as http://127.0.0.1:4001/graphql (it is "${value}")`);
    }
    urls[name.toLowerCase().replaceAll('_', '-')] = value;
  }
  return urls;
}
