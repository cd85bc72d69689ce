import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { refusal } from '../../../kit/access/refusal.js';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import type { BelongsTo } from '../../../kit/list/definition.js';
import { selectedFields } from '../../../kit/schema/selection.js';
import { roundedByParent, roundedCall } from '../../../kit/stats/rounded-stats.js';
import { type StatsArgs, statsByParent } from '../../../kit/stats/stats.js';
import type { Viewer } from '../../../kit/viewer.js';
import { belongsToSector } from '../placement/placement.list.js';
import { belongsToCompany, type PlacementRole } from '../placement/placement.role.js';
import { placementStats } from './placement-stats.input.js';
import { canSeeExactStats, type StatsParent } from './placement-stats.policy.js';
import { roundedPlacements } from './placement-stats.rounded.js';
import { roundedStagesByGroup } from './placement-stats.rounded-stages.js';
import { stagesByGroup } from './placement-stats.stages.js';
import type { PlacementStats } from './placement-stats.type.js';

interface Question {
  kind: StatsParent['kind'];
  args: StatsArgs & { role?: PlacementRole | null };
  selected: string[];
}

type Group = PlacementStats & { groupKey: string };

/**
 * Placement stats of everything, of companies and of sectors. One statement serves all parents with the same arguments. Viewers who may see
 * the placements get exact numbers, all others rounded ones.
 */
export class PlacementStatsReader {
  constructor(
    private readonly reader: Reader,
    private readonly viewer: Viewer,
  ) {}

  ofAll(args: StatsArgs, info: GraphQLResolveInfo) {
    return this.of({ kind: 'all', key: '' }, args, info);
  }

  ofCompany(slug: string, args: Question['args'], info: GraphQLResolveInfo) {
    return this.of({ kind: 'company', key: slug }, args, info);
  }

  ofSector(code: string, args: StatsArgs, info: GraphQLResolveInfo) {
    return this.of({ kind: 'sector', key: code }, args, info);
  }

  private of(parent: StatsParent, args: Question['args'], info: GraphQLResolveInfo): Promise<PlacementStats[]> {
    const loaders = canSeeExactStats(this.viewer, args.filter, parent) ? this.exact : this.rounded;
    return loaders({ kind: parent.kind, args, selected: [...selectedFields(info)] })(parent.key);
  }

  private readonly exact = loaderByArguments(({ kind, args, selected }: Question) => {
    const belongs = belongsTo(kind, args.role);
    const groups = statsByParent<Group>(this.reader, placementStats, args, new Set(selected), belongs);
    const stages = stagesByGroup(this.reader, args, belongs);
    return async (parentKey: string): Promise<PlacementStats[]> =>
      (await groups.load(parentKey)).map((row) => ({
        ...row,
        rounded: false,
        readStages: () => stages({ parentKey, groupKey: row.groupKey }),
      }));
  });

  private readonly rounded = loaderByArguments(({ kind, args, selected }: Question) => {
    const parent = kind === 'company' ? (args.role ?? 'ANY') : kind;
    const call = roundedCall(roundedPlacements, parent, args, (argument, message) => {
      throw refusal(this.viewer, `${argument}: ${message}; it is available only if ${PINNED}`, { argument });
    });
    const groups = roundedByParent<Group>(this.reader, roundedPlacements, call, args, new Set(selected));
    const stages = roundedStagesByGroup(this.reader, call);
    return async (parentKey: string): Promise<PlacementStats[]> =>
      (await groups.load(parentKey)).map((row) => ({
        ...row,
        readStages: () => stages({ parentKey, groupKey: row.groupKey }),
      }));
  });
}

const PINNED = 'the filter selects your own company as sendingCompany, acceptingCompany or supportCompany';

function belongsTo(kind: StatsParent['kind'], role: PlacementRole | null | undefined): BelongsTo {
  if (kind === 'company') return belongsToCompany(role);
  return kind === 'sector' ? belongsToSector : () => [sql`true`];
}
