import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { loaderByArguments } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import type { BelongsTo } from '../../../kit/list/list.js';
import { selectedFields } from '../../../kit/schema/selection.js';
import { type StatsArgs, statsByParent } from '../../../kit/stats/stats.js';
import { belongsToSector } from '../placement/placement.list.js';
import { belongsToCompany, type PlacementRole } from '../placement/placement.role.js';
import { placementStats } from './placement-stats.input.js';
import { stagesByGroup } from './placement-stats.stages.js';
import type { PlacementStats } from './placement-stats.type.js';

interface Question {
  args: StatsArgs & { role?: PlacementRole | null };
  selected: string[];
}

/** Placement stats of everything, of companies and of sectors: one statement for all parents that ask the same. */
export class PlacementStatsReader {
  constructor(private readonly reader: Reader) {}

  ofAll(args: StatsArgs, info: GraphQLResolveInfo) {
    return this.all(question(args, info)).load('');
  }

  ofCompany(slug: string, args: Question['args'], info: GraphQLResolveInfo) {
    return this.byCompany(question(args, info)).load(slug);
  }

  ofSector(code: string, args: StatsArgs, info: GraphQLResolveInfo) {
    return this.bySector(question(args, info)).load(code);
  }

  private readonly all = this.loader(() => () => sql`true`);
  private readonly byCompany = this.loader(({ role }) => belongsToCompany(role));
  private readonly bySector = this.loader(() => belongsToSector);

  private loader(belongsTo: (args: Question['args']) => BelongsTo) {
    return loaderByArguments(({ args, selected }: Question) => {
      const belongs = belongsTo(args);
      const groups = statsByParent<PlacementStats & { groupKey: string }>(
        this.reader,
        placementStats,
        args,
        new Set(selected),
        belongs,
      );
      const stages = stagesByGroup(this.reader, args, belongs);
      return {
        load: async (parentKey: string): Promise<PlacementStats[]> => {
          const rows = await groups.load(parentKey);
          return rows.map((row) => ({
            ...row,
            readStages: () => stages({ parentKey, groupKey: row.groupKey }),
          }));
        },
      };
    });
  }
}

function question(args: Question['args'], info: GraphQLResolveInfo): Question {
  return { args, selected: [...selectedFields(info)] };
}
