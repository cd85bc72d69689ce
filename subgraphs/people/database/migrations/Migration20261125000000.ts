import { Migration } from '@mikro-orm/migrations';

export class Migration20261125000000 extends Migration {
  override up(): void {
    this.addSql(`drop index "people"."person_registered_by_index"`);
    this.addSql(
      `create index "person_registered_by_reference_pk_index" on "people"."person" ("registered_by", "reference", "pk")`,
    );
    this.addSql(
      `create index "placement_sending_state_index" on "people"."placement" ("sending_company", "state", "accepting_company", "support_company")`,
    );
    this.addSql(
      `create index "placement_accepting_state_index" on "people"."placement" ("accepting_company", "state", "sending_company", "support_company")`,
    );
    this.addSql(
      `create table "people"."person_read" ("pk" serial primary key, "person_pk" int not null, "read_at" timestamptz not null default now(), "role" text not null, "subject" text not null, "company" text null, "request_id" text not null, "purpose" text null, "fields" text[] not null)`,
    );
    this.addSql(
      `create index "person_read_person_pk_read_at_pk_index" on "people"."person_read" ("person_pk", "read_at", "pk")`,
    );
    this.addSql(`alter table "people"."person" enable row level security`);
    this.addSql(`alter table "people"."person" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "people"."person" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'PARTNER' then (registered_by = (select nullif(current_setting('hub.company', true), '')) or exists (select from people.placement p where p.person_pk = person.pk) or exists (select from people.office o where o.person_pk = person.pk)) else exists (select from people.office o where o.person_pk = person.pk) end)`,
    );
    this.addSql(`create policy "owner_works" on "people"."person" to "hub_owner" using (true) with check (true)`);
    this.addSql(`alter table "people"."placement" enable row level security`);
    this.addSql(`alter table "people"."placement" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "people"."placement" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'PARTNER' then (sending_company = (select nullif(current_setting('hub.company', true), '')) or accepting_company = (select nullif(current_setting('hub.company', true), '')) or support_company = (select nullif(current_setting('hub.company', true), ''))) else false end)`,
    );
    this.addSql(`create policy "owner_works" on "people"."placement" to "hub_owner" using (true) with check (true)`);
    this.addSql(`create policy "stats_count" on "people"."placement" for select to "hub_stats" using (true)`);
    this.addSql(`alter table "people"."placement_event" enable row level security`);
    this.addSql(`alter table "people"."placement_event" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "people"."placement_event" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'PARTNER' then exists (select from people.placement p where p.pk = placement_event.placement_pk) else false end)`,
    );
    this.addSql(
      `create policy "owner_works" on "people"."placement_event" to "hub_owner" using (true) with check (true)`,
    );
    this.addSql(`create policy "stats_count" on "people"."placement_event" for select to "hub_stats" using (true)`);
    this.addSql(`alter table "people"."skills_test" enable row level security`);
    this.addSql(`alter table "people"."skills_test" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "people"."skills_test" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'PARTNER' then exists (select from people.person p where p.pk = skills_test.person_pk and p.registered_by = (select nullif(current_setting('hub.company', true), ''))) else false end)`,
    );
    this.addSql(`create policy "owner_works" on "people"."skills_test" to "hub_owner" using (true) with check (true)`);
    this.addSql(
      `alter table "people"."person_read" add constraint "person_read_person_pk_foreign" foreign key ("person_pk") references "people"."person" ("pk") on delete cascade`,
    );
    this.addSql(`alter table "people"."person_read" enable row level security`);
    this.addSql(`alter table "people"."person_read" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "people"."person_read" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'PARTNER' then (exists (select from people.person p where p.pk = person_read.person_pk and p.registered_by = (select nullif(current_setting('hub.company', true), ''))) or exists (select from people.placement p where p.person_pk = person_read.person_pk and (p.sending_company = (select nullif(current_setting('hub.company', true), '')) or p.accepting_company = (select nullif(current_setting('hub.company', true), ''))))) else false end)`,
    );
    this.addSql(`create policy "owner_works" on "people"."person_read" to "hub_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "viewer_adds" on "people"."person_read" for insert with check (read_at = now() and role = (select current_setting('hub.role', true)) and subject = (select nullif(current_setting('hub.subject', true), '')) and coalesce(company, '') = coalesce((select current_setting('hub.company', true)), ''))`,
    );
  }
}
