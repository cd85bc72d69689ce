import { stubReference } from '../../../kit/schema/entities.js';
import type { PeopleContext } from '../context.js';

export const companyReference = stubReference<PeopleContext>('Company', 'slug');
