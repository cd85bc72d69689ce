import { each, openTo, restrictedType, WITH_ROW } from '../../../kit/access/rules.js';

/** Contracts are open to partners, the ministry and admins. The public sees the published statements instead. */
export const contractsOpen = openTo('PARTNER', 'MINISTRY', 'ADMIN');

/** Which contracts, and with them their payments, each role sees. */
export const contractRows = {
  PUBLIC: 'none',
  PARTNER: 'contracts in which its own company is the exhibitor or the buyer',
  MINISTRY: 'all',
  ADMIN: 'all',
};

export const contractAccess = restrictedType(
  'Contract',
  contractRows,
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
