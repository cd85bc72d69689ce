import { sql } from 'kysely';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import type { BelongsTo } from '../../../kit/list/list.js';
import { readStats, type StatsArgs, type StatsDefinition, statsByParent } from '../../../kit/stats/stats.js';
import type { CompanyContractStatsArgs } from '../company/company.input.js';
import { contractsOfCompany } from '../company/company.role.js';
import { contractFilter } from '../contract/contract.input.js';
import { contracts } from '../contract/contract.loaders.js';
import { hasOneCurrency } from './contract-stats.currency.js';
import { type ContractStatsArgs, contractDimensions, contractStatsOrder } from './contract-stats.input.js';
import type { ContractStats } from './contract-stats.type.js';

/** Sums over several currencies mean nothing, so they are only made where the arguments leave one. */
function contractStats(args: StatsArgs): StatsDefinition {
  const sum = (property: string) =>
    hasOneCurrency(args) ? sql`sum(${contracts.column(property)})` : sql`null::numeric`;
  return {
    table: contracts,
    filter: contractFilter,
    dimensions: contractDimensions,
    order: contractStatsOrder,
    measures: {
      count: sql`count(*)::integer`,
      reportedValue: sum('reportedValue'),
      evidencedValue: sum('evidencedValue'),
      realisedValue: sum('realisedValue'),
    },
  };
}

export function contractStatsLoaders(reader: Reader) {
  return {
    contractStats: (args: ContractStatsArgs, selected: ReadonlySet<string>) =>
      readStats<ContractStats>(reader, contractStats(args), args, selected),
    contractStatsByEvent: byParent<ContractStatsArgs>(reader, () => (slug) => sql`r.event_slug = ${slug}`),
    contractStatsBySector: byParent<ContractStatsArgs>(reader, () => (code) => sql`r.sector_code = ${code}`),
    contractStatsByCompany: byParent<CompanyContractStatsArgs>(reader, ({ role }) => contractsOfCompany(role)),
  };
}

function byParent<Args extends StatsArgs>(reader: Reader, belongsTo: (args: Args) => BelongsTo) {
  const loaders = loaderByArguments(({ args, selected }: { args: Args; selected: string[] }) =>
    statsByParent<ContractStats>(reader, contractStats(args), args, new Set(selected), belongsTo(args)),
  );
  return (args: Args, selected: ReadonlySet<string>) => loaders({ args, selected: [...selected].sort() });
}
