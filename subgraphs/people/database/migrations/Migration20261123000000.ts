import { Migration } from '@mikro-orm/migrations';

export class Migration20261123000000 extends Migration {
  override up(): void {
    this.addSql(
      `create table "people"."person" ("pk" serial primary key, "reference" text not null, "family_name" text null, "given_name" text null, "name_native" text null, "nationality" text null, "date_of_birth" date null, "passport_number" text null, "cnic" text null, "email" text null, "phone" text null, "registered_by" text null, "jlpt" text null, "jft_basic_on" date null, "synthetic" boolean not null default false)`,
    );
    this.addSql(`alter table "people"."person" add constraint "person_reference_unique" unique ("reference")`);
    this.addSql(`create index "person_family_name_index" on "people"."person" ("family_name")`);
    this.addSql(`create index "person_registered_by_index" on "people"."person" ("registered_by")`);
    this.addSql(
      `create table "people"."office" ("pk" serial primary key, "person_pk" int not null, "title" text not null, "organisation" text null, "company_slug" text null)`,
    );
    this.addSql(`create index "office_company_slug_index" on "people"."office" ("company_slug")`);
    this.addSql(
      `alter table "people"."office" add constraint "office_person_pk_title_unique" unique ("person_pk", "title")`,
    );
    this.addSql(
      `create table "people"."placement" ("pk" serial primary key, "reference" text not null, "person_pk" int not null, "sending_company" text null, "accepting_company" text null, "support_company" text null, "sector_code" text not null, "occupation" text null, "status_of_residence" text null, "state" text not null, "state_since" date null, "sheet_state" text null, "prefecture" text null, "salary_jpy_month" int null, "registered_on" date null, "coe_number" text null, "coe_applied_on" date null, "coe_issued_on" date null, "coe_expires_on" date null, "visa_expires_on" date null, "started_on" date null, "residence_until" date null, "ssw1_months_before" int null, "ssw1_limit_on" date generated always as (CASE
    WHEN ((status_of_residence = 'SSW1'::text) AND (ended_on IS NULL)) THEN ((started_on + make_interval(months => (60 - COALESCE(ssw1_months_before, 0)))))::date
    ELSE NULL::date
END) stored null, "ended_on" date null, "end_reason" text null, "passed" int not null default 0, "synthetic" boolean not null default false)`,
    );
    this.addSql(`alter table "people"."placement" add constraint "placement_reference_unique" unique ("reference")`);
    this.addSql(`create index "placement_person_pk_index" on "people"."placement" ("person_pk")`);
    this.addSql(
      `create index "placement_sending_company_started_on_pk_index" on "people"."placement" ("sending_company", "started_on", "pk")`,
    );
    this.addSql(
      `create index "placement_accepting_company_started_on_pk_index" on "people"."placement" ("accepting_company", "started_on", "pk")`,
    );
    this.addSql(
      `create index "placement_support_company_started_on_pk_index" on "people"."placement" ("support_company", "started_on", "pk")`,
    );
    this.addSql(
      `create index "placement_sector_code_started_on_pk_index" on "people"."placement" ("sector_code", "started_on", "pk")`,
    );
    this.addSql(`create index "placement_started_on_pk_index" on "people"."placement" ("started_on", "pk")`);
    this.addSql(
      `create index "placement_state_state_since_pk_index" on "people"."placement" ("state", "state_since", "pk")`,
    );
    this.addSql(`create index "placement_residence_until_pk_index" on "people"."placement" ("residence_until", "pk")`);
    this.addSql(`create index "placement_ssw1_limit_on_pk_index" on "people"."placement" ("ssw1_limit_on", "pk")`);
    this.addSql(
      `create table "people"."placement_event" ("pk" serial primary key, "placement_pk" int not null, "position" int not null, "skipped" text[] not null default '{}', "state" text not null, "occurred_on" date null, "days" int null, "recorded_at" timestamptz not null default now(), "recorded_by" text not null, "document" text null)`,
    );
    this.addSql(
      `create index "placement_event_placement_pk_position_index" on "people"."placement_event" ("placement_pk", "position")`,
    );
    this.addSql(
      `create table "people"."skills_test" ("pk" serial primary key, "person_pk" int not null, "sector_code" text not null, "passed_on" date not null)`,
    );
    this.addSql(
      `create index "skills_test_sector_code_person_pk_index" on "people"."skills_test" ("sector_code", "person_pk")`,
    );
    this.addSql(
      `alter table "people"."skills_test" add constraint "skills_test_person_pk_sector_code_unique" unique ("person_pk", "sector_code")`,
    );
    this.addSql(
      `alter table "people"."office" add constraint "office_person_pk_foreign" foreign key ("person_pk") references "people"."person" ("pk") on delete cascade`,
    );
    this.addSql(
      `alter table "people"."placement" add constraint "placement_person_pk_foreign" foreign key ("person_pk") references "people"."person" ("pk")`,
    );
    this.addSql(
      `alter table "people"."placement_event" add constraint "placement_event_placement_pk_foreign" foreign key ("placement_pk") references "people"."placement" ("pk") on delete cascade`,
    );
    this.addSql(
      `alter table "people"."skills_test" add constraint "skills_test_person_pk_foreign" foreign key ("person_pk") references "people"."person" ("pk") on delete cascade`,
    );
  }
}
