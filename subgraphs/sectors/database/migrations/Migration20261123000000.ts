import { Migration } from '@mikro-orm/migrations';

export class Migration20261123000000 extends Migration {
  override up(): void {
    this.addSql(
      `create table "sectors"."ceiling" ("pk" serial primary key, "sector_code" text not null, "value" int not null, "valid_from" date not null, "valid_until" date not null, "decided_on" date not null, "statement_key" text not null)`,
    );
    this.addSql(
      `alter table "sectors"."ceiling" add constraint "ceiling_sector_code_decided_on_unique" unique ("sector_code", "decided_on")`,
    );
    this.addSql(
      `create table "sectors"."programme" ("pk" serial primary key, "code" text not null, "name_en" text not null, "name_ja" text null, "name_ur" text null)`,
    );
    this.addSql(`alter table "sectors"."programme" add constraint "programme_code_unique" unique ("code")`);
    this.addSql(
      `create table "sectors"."sector" ("pk" serial primary key, "code" text not null, "position" int not null, "name_en" text not null, "name_ja" text null, "name_ur" text null, "ssw_field" boolean not null, "ssw2" boolean null, "ministry" text null, "ministry_confidence" text null, "intake_status" text not null, "intake_since" date null, "intake_confidence" text not null, "intake_statement_key" text null)`,
    );
    this.addSql(`alter table "sectors"."sector" add constraint "sector_code_unique" unique ("code")`);
    this.addSql(`alter table "sectors"."sector" add constraint "sector_position_unique" unique ("position")`);
    this.addSql(
      `create table "sectors"."source" ("pk" serial primary key, "key" text not null, "title" text not null, "publisher" text not null, "url" text null, "published_on" date null, "note" text null)`,
    );
    this.addSql(`alter table "sectors"."source" add constraint "source_key_unique" unique ("key")`);
    this.addSql(
      `create table "sectors"."statement" ("pk" serial primary key, "key" text not null, "subject_type" text not null, "subject_key" text not null, "predicate" text not null, "value" text not null, "operator" text not null, "unit" text null, "stated_by_type" text null, "stated_by_key" text null, "as_of" date null, "source_key" text not null, "locator" text null, "confidence" text not null, "superseded_by_key" text null, "note" text null)`,
    );
    this.addSql(`alter table "sectors"."statement" add constraint "statement_key_unique" unique ("key")`);
    this.addSql(`create index "statement_source_key_index" on "sectors"."statement" ("source_key")`);
    this.addSql(`create index "statement_superseded_by_key_index" on "sectors"."statement" ("superseded_by_key")`);
    this.addSql(
      `create index "statement_subject_type_subject_key_index" on "sectors"."statement" ("subject_type", "subject_key")`,
    );
    this.addSql(
      `create index "statement_stated_by_type_stated_by_key_index" on "sectors"."statement" ("stated_by_type", "stated_by_key")`,
    );
  }
}
