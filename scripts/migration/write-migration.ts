import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a migration of these statements into a folder. Returns what to tell the developer. */
export async function writeMigration(folder: string, sql: string): Promise<string> {
  const statements = sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement && !/^(set names|create schema)/.test(statement));
  if (statements.length === 0) return 'The tables are what the entities say; there is nothing to migrate.';
  const name = `Migration${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  await writeFile(join(folder, `${name}.ts`), source(name, statements));
  return `Wrote ${join(folder, name)}.ts. Read it, then add it to the list of migrations in subgraph.ts.`;
}

function source(name: string, statements: string[]): string {
  const body = statements.map((statement) => `    this.addSql(\`${statement.replace(/[`\\]|\$\{/g, '\\$&')}\`);`);
  return `import { Migration } from '@mikro-orm/migrations';

export class ${name} extends Migration {
  override up(): void {
${body.join('\n')}
  }
}
`;
}
