import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { TradeEventsContext } from '../context.js';

export const contractReference = defineReference<TradeEventsContext>('Contract', {
  id: (id, { loaders }) => {
    const reference = keyOfGlobalId('Contract', id);
    return reference == null ? null : loaders.contractByReference.load(reference);
  },
});
