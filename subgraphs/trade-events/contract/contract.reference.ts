import { ownReference } from '../../../kit/schema/entities.js';
import type { TradeEventsContext } from '../context.js';

export const contractReference = ownReference<TradeEventsContext>('Contract', (reference, { loaders }) =>
  loaders.contractByReference.load(reference),
);
