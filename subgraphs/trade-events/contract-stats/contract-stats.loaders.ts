import { sql } from 'kysely';
import { refusal } from '../../../kit/access/refusal.js';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import type { BelongsTo } from '../../../kit/list/definition.js';
import { roundedByParent, roundedCall } from '../../../kit/stats/rounded-stats.js';
import { type StatsArgs, type StatsDefinition, statsByParent } from '../../../kit/stats/stats.js';
import type { Viewer } from '../../../kit/viewer.js';
import type { CompanyContractStatsArgs } from '../company/company.input.js';
import { type ContractRole, contractsOfCompany } from '../company/company.role.js';
import { contractFilter } from '../contract/contract.input.js';
import { contracts } from '../contract/contract.loaders.js';
import { hasOneCurrency } from './contract-stats.currency.js';
import { type ContractStatsArgs, contractDimensions, contractStatsOrder } from './contract-stats.input.js';
import { canSeeExactStats } from './contract-stats.policy.js';
import { coarseContracts, roundedContracts } from './contract-stats.rounded.js';
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

export function contractStatsLoaders(reader: Reader, viewer: Viewer) {
  const all = byParent<ContractStatsArgs>(reader, viewer, ALL);
  return {
    contractStats: (args: ContractStatsArgs, selected: ReadonlySet<string>) => all(args, selected).load(''),
    contractStatsByEvent: byParent<ContractStatsArgs>(reader, viewer, EVENT),
    contractStatsBySector: byParent<ContractStatsArgs>(reader, viewer, SECTOR),
    contractStatsByCompany: byParent<CompanyContractStatsArgs>(reader, viewer, COMPANY),
  };
}

/** A kind of parent: the rows that belong to it, and what the function that rounds calls it. */
interface Kind {
  readonly belongsTo: (role: ContractRole | undefined) => BelongsTo;
  readonly rounded: (role: ContractRole | undefined) => string;
  readonly isCompany?: boolean;
}

const ALL: Kind = { belongsTo: () => () => [sql`true`], rounded: () => 'all' };
const EVENT: Kind = { belongsTo: () => (slug) => [sql`r.event_slug = ${slug}`], rounded: () => 'event' };
const SECTOR: Kind = { belongsTo: () => (code) => [sql`r.sector_code = ${code}`], rounded: () => 'sector' };
const COMPANY: Kind = { belongsTo: contractsOfCompany, rounded: (role) => role ?? 'ANY', isCompany: true };

interface Question {
  args: StatsArgs & { role?: ContractRole };
  selected: string[];
}

/** Viewers who may see the contracts of a parent get exact numbers, other partners rounded ones, and the public none. */
function byParent<Args extends Question['args']>(reader: Reader, viewer: Viewer, kind: Kind) {
  const exact = loaderByArguments(({ args, selected }: Question) => {
    const groups = statsByParent<ContractStats>(
      reader,
      contractStats(args),
      args,
      new Set(selected),
      kind.belongsTo(args.role),
    );
    return async (key: string) => (await groups.load(key)).map((row) => ({ ...row, rounded: false }));
  });
  const rounded = loaderByArguments(({ args, selected }: Question) => {
    const definition = { stats: contractStats(args), coarse: coarseContracts, function: roundedContracts };
    const call = roundedCall(definition, kind.rounded(args.role), args, (argument, message) => {
      throw refusal(viewer, `${argument}: ${message}; it is available only if ${PINNED}`, { argument });
    });
    const groups = roundedByParent<ContractStats>(reader, definition, call, args, new Set(selected));
    return (key: string) => groups.load(key);
  });
  return (args: Args, selected: ReadonlySet<string>) => ({
    async load(key: string): Promise<ContractStats[]> {
      if (viewer.role === 'PUBLIC')
        throw refusal(viewer, 'contractStats is open to partners, the ministry and the hub');
      const parent = { company: kind.isCompany ? key : null };
      const loaders = canSeeExactStats(viewer, args.filter, parent) ? exact : rounded;
      return loaders({ args, selected: [...selected].sort() })(key);
    },
  });
}

const PINNED = 'the filter selects your own company as exhibitor or buyer';
