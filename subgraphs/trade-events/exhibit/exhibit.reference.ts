import { ownReference } from '../../../kit/schema/entities.js';
import type { TradeEventsContext } from '../context.js';

export const exhibitReference = ownReference<TradeEventsContext>('Exhibit', (key, { loaders }) =>
  loaders.exhibitByKey.load(key),
);
