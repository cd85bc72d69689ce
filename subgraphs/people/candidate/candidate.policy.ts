import { each, openTo, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

/** Candidates are open to the roles that register them, and to admins. */
export const candidatesOpen = openTo('PARTNER', 'ADMIN');

const rows = { PUBLIC: 'none', PARTNER: 'candidates that its own company registered', MINISTRY: 'none', ADMIN: 'all' };

export const candidateAccess = restrictedType(
  'Candidate',
  rows,
  each(WITH_ROW, 'id', 'jlpt', 'jftBasicOn', 'synthetic', 'person', 'registeredBy', 'testResults', 'matched'),
);

export const testResultAccess = restrictedType(
  'TestResult',
  rows,
  each(WITH_ROW, 'test', 'level', 'passedOn', 'sector'),
);
