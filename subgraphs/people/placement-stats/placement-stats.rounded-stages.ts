import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Reader } from '../../../kit/database/reader.js';
import type { RoundedFunction } from '../../../kit/stats/rounded-function.js';
import { callRounded, type RoundedCall } from '../../../kit/stats/rounded-stats.js';
import { type PlacementState, STAGES } from '../placement/placement.states.js';
import { roundedStageDays, roundedStages } from './placement-stats.rounded.js';
import type { StageGroup } from './placement-stats.stages.js';
import type { StageStats } from './placement-stats.type.js';

interface Stage extends StageGroup {
  stage: PlacementState;
}
interface Count extends Stage, Pick<StageStats, 'entered' | 'advanced' | 'conversion'> {}
interface Median extends Stage {
  medianDays: number | null;
}

/** The stages of every group of every parent that asks the same, rounded; in as many statements as the exact ones. */
export function roundedStagesByGroup(reader: Reader, call: RoundedCall) {
  const load = <Row extends Stage>(rounded: RoundedFunction, medians: boolean) =>
    new DataLoader<StageGroup, Row[], string>(
      async (groups) => {
        const parents = [...new Set(groups.map(({ parentKey }) => parentKey))];
        const found = await reader.keptRows<{ stats: Row }>(
          sql`select stats from ${callRounded(rounded, call, parents, medians)}`,
        );
        const byGroup = Map.groupBy(
          found.map(({ stats }) => stats),
          nameOf,
        );
        return groups.map((group) => byGroup.get(nameOf(group)) ?? []);
      },
      { cacheKeyFn: nameOf },
    );
  const counts = load<Count>(roundedStages, false);
  const medians = load<Median>(roundedStageDays, true);

  return async (group: StageGroup): Promise<StageStats[]> => {
    const byState = new Map((await counts.load(group)).map((row) => [row.stage, row]));
    return STAGES.flatMap(({ state }) => {
      const row = byState.get(state);
      const readMedianDays = async () =>
        (await medians.load(group)).find(({ stage }) => stage === state)?.medianDays ?? null;
      return row ? [{ ...row, state, readMedianDays }] : [];
    });
  };
}

const nameOf = ({ parentKey, groupKey }: StageGroup) => `${parentKey} ${groupKey}`;
