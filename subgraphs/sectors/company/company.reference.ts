import { stubReference } from '../../../kit/schema/entities.js';
import type { SectorsContext } from '../context.js';

export const companyReference = stubReference<SectorsContext>('Company', 'slug');
