import { stubReference } from '../../../kit/schema/entities.js';
import type { TradeEventsContext } from '../context.js';

export const sectorReference = stubReference<TradeEventsContext>('Sector', 'code');
