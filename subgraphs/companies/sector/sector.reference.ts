import { stubReference } from '../../../kit/schema/entities.js';
import type { CompaniesContext } from '../context.js';

export const sectorReference = stubReference<CompaniesContext>('Sector', 'code');
