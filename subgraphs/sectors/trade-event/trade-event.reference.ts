import { stubReference } from '../../../kit/schema/entities.js';
import type { SectorsContext } from '../context.js';

export const tradeEventReference = stubReference<SectorsContext>('TradeEvent', 'slug');
