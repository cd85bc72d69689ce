import { ownReference } from '../../../kit/schema/entities.js';
import type { TradeEventsContext } from '../context.js';

export const milestoneReference = ownReference<TradeEventsContext>('Milestone', (key, { loaders }) =>
  loaders.milestoneByKey.load(key),
);
