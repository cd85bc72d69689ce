import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { TradeEventsContext } from '../context.js';

export const exhibitReference = defineReference<TradeEventsContext>('Exhibit', {
  id: (id, { loaders }) => {
    const key = keyOfGlobalId('Exhibit', id);
    return key == null ? null : loaders.exhibitByKey.load(key);
  },
});
