import { ruleText } from '../../kit/access/published-rules.js';
import type { AccessRules, Seen } from '../../kit/access/rules.js';
import type { Subgraph } from '../../kit/subgraph.js';
import { ROLES } from '../../kit/viewer.js';

const HEADER = `# Who sees what

\`npm run schema\` generates this page from the access rules of the subgraphs (\`subgraphs/*/access.ts\`, \`*.policy.ts\`). The hub
enforces the same rules.

- **Rows.** PostgreSQL itself hides the rows that a viewer may not see (row-level security, in \`*.rows.ts\`). For that viewer such a row
  does not exist, whichever way a query takes to it.
- **Fields.** A field that is closed to a role is null, with the error FORBIDDEN at its path. Without a token the error is
  UNAUTHENTICATED. The rest of the answer is not affected.
- **Everything else.** Types and fields that this page does not name are open to everybody.

The roles are PUBLIC (no token), PARTNER (a firm or public body, which acts for one company), MINISTRY (an officer of the IT ministry of
Pakistan) and ADMIN (the operator of the hub).
`;

/** The page that says who sees what, written from the rules that the hub enforces. */
export function whoSeesWhat(subgraphs: readonly Pick<Subgraph, 'name' | 'access'>[]): string {
  const all = subgraphs.flatMap(({ access }) => access);
  const restricted = all.filter((rules) => rules.rows);
  const types = restricted.map(({ typeName, rows }) => row([typeName, ...cells(rows as Seen)]));
  const fields = all.flatMap(fieldRows);
  return [
    HEADER,
    '## Rows\n',
    row(['Type', ...ROLES]),
    row(['---', ...ROLES.map(() => '---')]),
    ...types,
    '\n## Fields and lists\n',
    row(['Field', 'Who sees it, if they see the row']),
    row(['---', '---']),
    ...fields,
    '',
  ].join('\n');
}

function fieldRows({ typeName, fields }: AccessRules): string[] {
  return Object.entries(fields)
    .filter(([, rule]) => rule.closedTo.length > 0 || rule.seen)
    .map(([name, rule]) => row([`${typeName}.${name}`, ruleText(rule)]));
}

const cells = (seen: Seen) => ROLES.map((role) => seen[role]);
const row = (columns: readonly string[]) => `| ${columns.join(' | ')} |`;
