import { Migration } from '@mikro-orm/migrations';

export class Migration20261123000000 extends Migration {
  override up(): void {
    this.addSql(
      `create table "companies"."agreement" ("pk" serial primary key, "slug" text not null, "title" text not null, "kind" text not null, "renewal" boolean not null default false, "signed_on" date null, "event_slug" text null, "added_field_count" int null, "synthetic" boolean not null default false)`,
    );
    this.addSql(`alter table "companies"."agreement" add constraint "agreement_slug_unique" unique ("slug")`);
    this.addSql(`create index "agreement_event_slug_index" on "companies"."agreement" ("event_slug")`);
    this.addSql(
      `create table "companies"."agreement_sector" ("pk" serial primary key, "agreement_pk" int not null, "sector_code" text not null, "added" boolean not null)`,
    );
    this.addSql(
      `alter table "companies"."agreement_sector" add constraint "agreement_sector_agreement_pk_sector_code_unique" unique ("agreement_pk", "sector_code")`,
    );
    this.addSql(
      `create table "companies"."agreement_signatory" ("pk" serial primary key, "agreement_pk" int not null, "person_reference" text not null)`,
    );
    this.addSql(
      `create index "agreement_signatory_person_reference_index" on "companies"."agreement_signatory" ("person_reference")`,
    );
    this.addSql(
      `alter table "companies"."agreement_signatory" add constraint "agreement_signatory_agreement_pk_person_reference_unique" unique ("agreement_pk", "person_reference")`,
    );
    this.addSql(
      `create table "companies"."company" ("pk" serial primary key, "slug" text not null, "name_en" text null, "name_ja" text null, "name_ur" text null, "kinds" text[] not null, "country" text null, "prefecture" text null, "website" text null, "corporate_number" text null, "synthetic" boolean not null default false)`,
    );
    this.addSql(`alter table "companies"."company" add constraint "company_slug_unique" unique ("slug")`);
    this.addSql(`create index "company_prefecture_index" on "companies"."company" ("prefecture")`);
    this.addSql(
      `alter table "companies"."company" add constraint "company_corporate_number_unique" unique ("corporate_number")`,
    );
    this.addSql(
      `create table "companies"."agreement_party" ("pk" serial primary key, "agreement_pk" int not null, "company_pk" int not null)`,
    );
    this.addSql(`create index "agreement_party_company_pk_index" on "companies"."agreement_party" ("company_pk")`);
    this.addSql(
      `alter table "companies"."agreement_party" add constraint "agreement_party_agreement_pk_company_pk_unique" unique ("agreement_pk", "company_pk")`,
    );
    this.addSql(
      `create table "companies"."company_sector" ("pk" serial primary key, "company_pk" int not null, "sector_code" text not null)`,
    );
    this.addSql(`create index "company_sector_sector_code_index" on "companies"."company_sector" ("sector_code")`);
    this.addSql(
      `alter table "companies"."company_sector" add constraint "company_sector_company_pk_sector_code_unique" unique ("company_pk", "sector_code")`,
    );
    this.addSql(
      `alter table "companies"."agreement_sector" add constraint "agreement_sector_agreement_pk_foreign" foreign key ("agreement_pk") references "companies"."agreement" ("pk") on delete cascade`,
    );
    this.addSql(
      `alter table "companies"."agreement_signatory" add constraint "agreement_signatory_agreement_pk_foreign" foreign key ("agreement_pk") references "companies"."agreement" ("pk") on delete cascade`,
    );
    this.addSql(
      `alter table "companies"."agreement_party" add constraint "agreement_party_agreement_pk_foreign" foreign key ("agreement_pk") references "companies"."agreement" ("pk") on delete cascade`,
    );
    this.addSql(
      `alter table "companies"."agreement_party" add constraint "agreement_party_company_pk_foreign" foreign key ("company_pk") references "companies"."company" ("pk")`,
    );
    this.addSql(
      `alter table "companies"."company_sector" add constraint "company_sector_company_pk_foreign" foreign key ("company_pk") references "companies"."company" ("pk") on delete cascade`,
    );
  }
}
