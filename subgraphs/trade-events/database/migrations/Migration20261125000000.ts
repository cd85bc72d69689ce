import { Migration } from '@mikro-orm/migrations';

export class Migration20261125000000 extends Migration {
  override up(): void {
    this.addSql(
      `create index "contract_exhibitor_slug_state_buyer_slug_index" on "trade_events"."contract" ("exhibitor_slug", "state", "buyer_slug")`,
    );
    for (const column of ['exhibitor_slug', 'buyer_slug', 'sector_code']) {
      this.addSql(`drop index "trade_events"."contract_${column}_index"`);
      this.addSql(
        `create index "contract_${column}_reported_value_pk_index" on "trade_events"."contract" ("${column}", "reported_value", "pk")`,
      );
    }
    this.addSql(`alter table "trade_events"."contract" enable row level security`);
    this.addSql(`alter table "trade_events"."contract" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "trade_events"."contract" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'MINISTRY' then true when 'PARTNER' then (exhibitor_slug = (select nullif(current_setting('hub.company', true), '')) or buyer_slug = (select nullif(current_setting('hub.company', true), ''))) else false end)`,
    );
    this.addSql(
      `create policy "owner_works" on "trade_events"."contract" to "hub_owner" using (true) with check (true)`,
    );
    this.addSql(`create policy "stats_count" on "trade_events"."contract" for select to "hub_stats" using (true)`);
    this.addSql(`alter table "trade_events"."milestone" enable row level security`);
    this.addSql(`alter table "trade_events"."milestone" force row level security`);
    this.addSql(
      `create policy "viewer_sees" on "trade_events"."milestone" for select using (case (select current_setting('hub.role', true)) when 'ADMIN' then true when 'MINISTRY' then true when 'PARTNER' then exists (select from trade_events.contract c where c.pk = milestone.contract_pk) else false end)`,
    );
    this.addSql(
      `create policy "owner_works" on "trade_events"."milestone" to "hub_owner" using (true) with check (true)`,
    );
  }
}
