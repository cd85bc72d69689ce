import { z } from 'zod';
import { OperatorError } from './errors.js';

const postgresUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be a PostgreSQL URL such as postgres://user:password@host:5432/database',
});
const httpUrl = z.string().refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be a URL such as http://127.0.0.1:4001/graphql',
});

/** fetch refuses addresses with a password in them. */
const jwksUrl = z
  .string()
  .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
    error: 'must be a URL such as https://id.example/.well-known/jwks.json',
  })
  .refine((value) => URL.parse(value)?.username === '' && URL.parse(value)?.password === '', {
    error: 'must be a URL without user and password',
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
  /** The connection of the application. Without it the hub runs its own PostgreSQL in HUB_DATA_DIR. */
  DATABASE_URL: postgresUrl.optional(),
  /** The connection for migrations. DATABASE_URL if it is not given. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  HUB_DATA_DIR: z.string().min(1).default('.data'),
  /** Who brings the database up to date: each process when it starts, or a job of its own. */
  HUB_MIGRATE: z.enum(['start', 'job'], { error: 'must be start or job' }).default('start'),
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
  /** The address at which the identity provider publishes its keys. The three variables go together. */
  HUB_JWT_JWKS_URL: jwksUrl.optional(),
  HUB_JWT_ISSUER: z.string().optional(),
  HUB_JWT_AUDIENCE: z.string().optional(),
  /** The secret by which subgraphs in other processes know the gateway. It is sent in a header, so it allows no other characters. */
  HUB_GATEWAY_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, {
      error: 'must be at least 32 characters, all of them printable ASCII without spaces',
    })
    .optional(),
  /** In megabytes. */
  HUB_OPERATION_MEMORY: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, { error: 'must be a number of megabytes, 1 or more' })
    .default('256')
    .transform((megabytes) => Number(megabytes) * 1024 * 1024),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('warn'),
  /** If the `--` before `--dry-run` or `--empties-values` is forgotten, npm takes these options itself and reports them here. */
  npm_config_dry_run: z.literal('true').optional(),
  npm_config_empties_values: z.string().optional(),
});

export interface Issuer {
  jwksUrl: string;
  /** The exact `iss` of its tokens. */
  issuer: string;
  /** The value that `aud` must contain. */
  audience: string;
}

/** Everything the hub reads from its environment, parsed once. */
export interface Environment {
  port: number | undefined;
  host: string;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  dataDir: string;
  /** Whether a process that finds the database out of date brings it up to date. */
  migratesAtStart: boolean;
  sample: boolean;
  allowedOrigins: string[];
  /** The identity provider whose tokens the hub accepts. */
  issuer?: Issuer;
  /** The secret by which subgraphs in other processes know the gateway. Without it, a secret in the data folder is used. */
  gatewaySecret?: string;
  /** Whether NODE_ENV says production. Features that are only for a laptop are then switched off. */
  production: boolean;
  logLevel: string;
  /** The size of the memory for operations, in bytes. */
  operationMemory: number;
  /** Whether npm was called with `--dry-run`. */
  dryRun: boolean;
  /** Whether an import may empty values that the hub holds. */
  emptiesValues: boolean;
  /** The addresses of the subgraphs that are called over HTTP, by name. The others run in process. */
  subgraphUrls: Record<string, string>;
}

/**
 * Parses the environment. The error says in one line which variable is wrong and what would be right.
 * @throws OperatorError
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const parsed = variables.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    // These contain secrets, and printed values end up in logs.
    const given = /^DATABASE_|^HUB_(GATEWAY_SECRET|JWT_JWKS_URL)$/.test(name) ? '' : ` (it is "${source[name]}")`;
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
    migratesAtStart: data.HUB_MIGRATE === 'start',
    sample: data.HUB_SAMPLE,
    allowedOrigins: data.HUB_ALLOWED_ORIGINS,
    issuer: readIssuer(data),
    gatewaySecret: data.HUB_GATEWAY_SECRET,
    production: data.NODE_ENV === 'production',
    logLevel: data.LOG_LEVEL,
    operationMemory: data.HUB_OPERATION_MEMORY,
    dryRun: data.npm_config_dry_run === 'true',
    emptiesValues: data.npm_config_empties_values === 'true',
    subgraphUrls: readSubgraphUrls(source),
  };
}

function withoutEmpty(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
}

/** All three or none: an incomplete provider would check nothing. */
function readIssuer({
  HUB_JWT_JWKS_URL: jwksUrl,
  HUB_JWT_ISSUER: issuer,
  HUB_JWT_AUDIENCE: audience,
}: z.infer<typeof variables>): Issuer | undefined {
  if (jwksUrl && issuer && audience) return { jwksUrl, issuer, audience };
  const given = { HUB_JWT_JWKS_URL: jwksUrl, HUB_JWT_ISSUER: issuer, HUB_JWT_AUDIENCE: audience };
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 3) return undefined;
  throw new OperatorError(`the three HUB_JWT_ variables go together: ${missing.join(' and ')} missing`);
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
