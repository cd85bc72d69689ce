import { writeFileSync } from 'node:fs';
const name = process.argv[2];
const mod = await import(`/work/main/dist/subgraphs/${name}/subgraph.js`);
const { openOrm } = await import('/work/main/dist/kit/database/connect.js');
const { databaseOf } = await import('/work/main/dist/kit/subgraph.js');
const sub = Object.values(mod)[0];
const orm = await openOrm(databaseOf(sub), 'postgres://x:y@127.0.0.1:1/z');
const sql = (await orm.schema.getCreateSchemaSQL()).split(/;\n/).map((s) => s.trim()).filter((s) => s && !/^set names|^create schema/.test(s)).map((s) => s.replace(/;$/, ''));
const body = sql.map((s) => `    this.addSql(\n      ${JSON.stringify(s).includes("\\") ? '`'+s+'`' : "`" + s.replaceAll('"', '') + "`"},\n    );`).join('\n');
writeFileSync(`/work/main/subgraphs/${name}/database/migrations/Migration20261123000000.ts`, `import { Migration } from '@mikro-orm/migrations';

export class Migration20261123000000 extends Migration {
  override up(): void {
${body}
  }
}
`);
