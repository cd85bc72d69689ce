import { each, openTo, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

/** Contracts are for those who have a part in some, and for the ministry; the public has what was stated. */
export const contractsOpen = openTo('PARTNER', 'MINISTRY', 'ADMIN');

const rows = {
  PUBLIC: 'none',
  PARTNER: 'those in which its company is exhibitor or buyer',
  MINISTRY: 'all',
  ADMIN: 'all',
};

export const contractAccess = restrictedType(
  'Contract',
  rows,
  each(
    WITH_ROW,
    'id',
    'reference',
    'state',
    'buyerPrefecture',
    'serviceCategory',
    'leadOn',
    'signedOn',
    'monthsToSignature',
    'evidence',
    'synthetic',
    'event',
    'exhibitor',
    'buyer',
    'sector',
    'reportedValue',
    'evidencedValue',
    'realisedValue',
    'milestones',
  ),
);

export const milestoneAccess = restrictedType(
  'Milestone',
  rows,
  each(WITH_ROW, 'id', 'number', 'paid', 'paidOn', 'imported', 'contract', 'amount'),
);

export const contractStatsAccess = restrictedType(
  'ContractStats',
  {
    PUBLIC: 'none',
    PARTNER: 'exact where the filter or the page pins its own company, else counts rounded and sums withheld',
    MINISTRY: 'exact',
    ADMIN: 'exact',
  },
  each(
    WITH_ROW,
    'state',
    'currency',
    'buyerPrefecture',
    'serviceCategory',
    'signedYear',
    'signedMonth',
    'count',
    'reportedValue',
    'evidencedValue',
    'realisedValue',
    'rounded',
    'event',
    'exhibitor',
    'buyer',
    'sector',
  ),
);

export const exhibitorStatsAccess = restrictedType(
  'ExhibitorStats',
  { PUBLIC: 'none', PARTNER: 'those of its own company', MINISTRY: 'all', ADMIN: 'all' },
  each(WITH_ROW, 'editions', 'editionsWon', 'firstExhibitedOn', 'lastExhibitedOn', 'company'),
);
