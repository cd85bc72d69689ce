import { stubReference } from '../../../kit/schema/entities.js';
import type { CompaniesContext } from '../context.js';

export const tradeEventReference = stubReference<CompaniesContext>('TradeEvent', 'slug');
