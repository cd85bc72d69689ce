import { each, openType, WITH_ROW } from '../../kit/access/rules.js';

/** Companies and agreements are published and open to all. `viewer` shows each viewer only themselves. */
export const access = [
  openType('Query', each(WITH_ROW, 'agreement', 'agreements', 'company', 'companies', 'viewer')),
  ...['Agreement', 'Company', 'Sector', 'Person', 'TradeEvent', 'Viewer'].map((typeName) => openType(typeName)),
];
