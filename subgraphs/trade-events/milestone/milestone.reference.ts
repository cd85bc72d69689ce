import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { TradeEventsContext } from '../context.js';

export const milestoneReference = defineReference<TradeEventsContext>('Milestone', {
  id: (id, { loaders }) => {
    const key = keyOfGlobalId('Milestone', id);
    return key == null ? null : loaders.milestoneByKey.load(key);
  },
});
