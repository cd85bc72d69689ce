import { Migration } from '@mikro-orm/migrations';

export class Migration20261123000000 extends Migration {
  override up(): void {
    this.addSql(
      `create table "trade_events"."trade_event" ("pk" serial primary key, "slug" text not null, "name_en" text null, "name_ja" text null, "kind" text not null, "starts_on" date null, "ends_on" date null, "venue" text null, "city" text null, "country" text null, "organiser" text null, "dates_confidence" text not null, "synthetic" boolean not null default false)`,
    );
    this.addSql(`alter table "trade_events"."trade_event" add constraint "trade_event_slug_unique" unique ("slug")`);
    this.addSql(`create index "trade_event_starts_on_index" on "trade_events"."trade_event" ("starts_on")`);
    this.addSql(
      `create table "trade_events"."exhibit" ("pk" serial primary key, "event_slug" text not null, "company_slug" text not null, "booth" text null, "synthetic" boolean not null default false)`,
    );
    this.addSql(`create index "exhibit_company_slug_index" on "trade_events"."exhibit" ("company_slug")`);
    this.addSql(
      `alter table "trade_events"."exhibit" add constraint "exhibit_event_slug_company_slug_unique" unique ("event_slug", "company_slug")`,
    );
    this.addSql(
      `create table "trade_events"."contract" ("pk" serial primary key, "reference" text not null, "event_slug" text not null, "exhibitor_slug" text not null, "buyer_slug" text null, "buyer_prefecture" text null, "service_category" text null, "sector_code" text null, "state" text not null, "currency" text null, "reported_value" numeric null, "evidenced_value" numeric null, "realised_value" numeric null, "lead_on" date null, "signed_on" date null, "evidence" text null, "months_to_signature" int null, "synthetic" boolean not null default false)`,
    );
    this.addSql(
      `alter table "trade_events"."contract" add constraint "contract_reference_unique" unique ("reference")`,
    );
    this.addSql(`create index "contract_exhibitor_slug_index" on "trade_events"."contract" ("exhibitor_slug")`);
    this.addSql(`create index "contract_buyer_slug_index" on "trade_events"."contract" ("buyer_slug")`);
    this.addSql(`create index "contract_sector_code_index" on "trade_events"."contract" ("sector_code")`);
    this.addSql(
      `create index "contract_event_slug_reported_value_pk_index" on "trade_events"."contract" ("event_slug", "reported_value", "pk")`,
    );
    this.addSql(
      `create index "contract_reported_value_pk_index" on "trade_events"."contract" ("reported_value", "pk")`,
    );
    this.addSql(`create index "contract_signed_on_pk_index" on "trade_events"."contract" ("signed_on", "pk")`);
    this.addSql(
      `create table "trade_events"."milestone" ("pk" serial primary key, "contract_pk" int not null, "number" int not null, "amount" numeric not null, "paid" boolean not null, "paid_on" date null, "imported" boolean not null default false)`,
    );
    this.addSql(
      `alter table "trade_events"."milestone" add constraint "milestone_contract_pk_number_unique" unique ("contract_pk", "number")`,
    );
    this.addSql(
      `alter table "trade_events"."exhibit" add constraint "exhibit_event_slug_foreign" foreign key ("event_slug") references "trade_events"."trade_event" ("slug")`,
    );
    this.addSql(
      `alter table "trade_events"."contract" add constraint "contract_event_slug_foreign" foreign key ("event_slug") references "trade_events"."trade_event" ("slug")`,
    );
    this.addSql(
      `alter table "trade_events"."milestone" add constraint "milestone_contract_pk_foreign" foreign key ("contract_pk") references "trade_events"."contract" ("pk") on delete cascade`,
    );
  }
}
