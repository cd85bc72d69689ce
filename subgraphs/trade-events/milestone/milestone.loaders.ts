import { type RawBuilder, sql } from 'kysely';
import { batched } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { MilestoneEntity } from './milestone.entity.js';
import type { Milestone } from './milestone.type.js';

const milestones = tableOf(MilestoneEntity);

/** The natural key of a milestone: its contract's reference and its number there. */
export function milestoneKey({ contractReference, number }: Pick<Milestone, 'contractReference' | 'number'>): string {
  return `${contractReference}/${number}`;
}

export function milestoneLoaders(reader: Reader) {
  return { milestoneByKey: milestoneByKey(reader), milestonesByContract: milestonesByContract(reader) };
}

/** A milestone has its contract's currency and is named after it, so it is never read without it. */
function withContract(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${milestones.selection}, c.reference as "contractReference", c.currency
    from ${milestones.name} r join trade_events.contract c on c.pk = r.contract_pk
    where ${where} order by r.contract_pk, r.number`;
}

function milestonesByContract(reader: Reader) {
  return batched<number, Milestone[]>(async (contractPks) => {
    const rows = await reader.rows<Milestone>(withContract(sql`r.contract_pk = any(${contractPks})`));
    const byContract = Map.groupBy(rows, ({ contractPk }) => contractPk);
    return contractPks.map((pk) => byContract.get(pk) ?? []);
  });
}

function milestoneByKey(reader: Reader) {
  return batched<string, Milestone | null>(async (keys) => {
    // All of the contract's: they are few, and a reference may have a slash of its own.
    const references = keys.map((key) => key.slice(0, key.lastIndexOf('/')));
    const rows = await reader.rows<Milestone>(withContract(sql`c.reference = any(${references})`));
    const byKey = new Map(rows.map((row) => [milestoneKey(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}
