import { each, openType, WITH_ROW } from '../../kit/access/rules.js';

/** The access rules of `sectors`. Everything in it is published and open to all. */
export const access = [
  openType('Query', each(WITH_ROW, 'programmes', 'sector', 'sectors', 'statements')),
  ...[
    'Programme',
    'Statement',
    'Sector',
    'SectorIntake',
    'Ceiling',
    'Company',
    'TradeEvent',
    'Agreement',
    'Person',
    'Source',
  ].map((typeName) => openType(typeName)),
];
