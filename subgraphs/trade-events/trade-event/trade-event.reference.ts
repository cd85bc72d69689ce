import { ownReference } from '../../../kit/schema/entities.js';
import type { TradeEventsContext } from '../context.js';

export const tradeEventReference = ownReference<TradeEventsContext>(
  'TradeEvent',
  (slug, { loaders }) => loaders.tradeEventBySlug.find(slug),
  'slug',
);
