/** `npm run -s token -- --role partner --company oec`: a token of this machine's own issuer, alone on standard output. */
import { parseArgs } from 'node:util';
import { isCompanySlug, isSubject, isTokenRole, TOKEN_ROLES } from '../kit/authentication/claims.js';
import { type LocalToken, signLocalToken } from '../kit/authentication/local-issuer.js';
import { OperatorError } from '../kit/errors.js';
import { hubEnvironment } from './hub-environment.js';
import { requireDatabase, requireIssuer } from './hub-folder.js';
import { runScript } from './run-script.js';

const USAGE = `npm run -s token -- --role ${TOKEN_ROLES.join('|')} [--company SLUG] [--subject NAME] [--expires 8h]`;

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const MAX_EXPIRY = 30 * SECONDS.d;

await runScript(async ({ asked }) => {
  const environment = hubEnvironment();
  const { issuer, production, dataDir } = environment;
  if (issuer)
    throw new OperatorError(`tokens come from ${issuer.issuer} (HUB_JWT_ISSUER), and the hub takes no others`);
  if (production) throw new OperatorError('in production (NODE_ENV) the hub takes no tokens of its own: set HUB_JWT_*');
  const token = readArguments();
  requireIssuer(environment);
  if (token.company !== undefined) {
    requireDatabase(environment);
    // Loaded only here: it brings all of the hub with it.
    const { requireCompany } = await import('./token/known-company.js');
    await requireCompany(token.company, environment, asked);
  }
  console.log(await signLocalToken(dataDir, token));
});

function readArguments(): LocalToken {
  const { role, company, subject = company ?? role, expires = '8h' } = parse();
  if (!isTokenRole(role)) throw wrong(`--role must be one of ${TOKEN_ROLES.join(', ')}`);
  if (role === 'partner' && !isCompanySlug(company)) throw wrong('a partner needs --company, a slug such as oec');
  if (role !== 'partner' && company !== undefined) throw wrong('--company goes with --role partner only');
  if (!isSubject(subject)) throw wrong('--subject must have 1 to 256 characters');
  return { role, company, subject, expiresIn: seconds(expires) };
}

function seconds(text: string): number {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const total = Number(count) * SECONDS[unit as keyof typeof SECONDS];
  if (total > 0 && total <= MAX_EXPIRY) return total;
  throw wrong('--expires must be a time such as 30s, 15m, 8h or 7d, and at most 30d');
}

function parse() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { role: text, company: text, subject: text, expires: text } }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(problem: string): OperatorError {
  return new OperatorError(`${problem}; ${USAGE}`);
}
