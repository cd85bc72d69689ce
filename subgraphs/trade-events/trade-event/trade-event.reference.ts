import { defineReference } from '../../../kit/schema/entities.js';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { TradeEventsContext } from '../context.js';

export const tradeEventReference = defineReference<TradeEventsContext>('TradeEvent', {
  slug: (slug, { loaders }) => loaders.tradeEventBySlug.load(slug),
  id: (id, { loaders }) => {
    const slug = keyOfGlobalId('TradeEvent', id);
    return slug == null ? null : loaders.tradeEventBySlug.load(slug);
  },
});
