import { defineEntity, p } from '@mikro-orm/core';
import { rowPolicies } from '../../../kit/database/row-policies.js';
import { ContractEntity } from '../contract/contract.entity.js';
import { milestonesSeen } from './milestone.rows.js';

/** A payment under a contract, in the contract's currency, by its number there. Number 0 is the imported one. */
export const MilestoneEntity = defineEntity({
  name: 'MilestoneEntity',
  tableName: 'milestone',
  schema: 'trade_events',
  ...rowPolicies({ seen: milestonesSeen }),
  uniques: [{ properties: ['contractPk', 'number'] }],
  properties: {
    pk: p.integer().primary().autoincrement(),
    contractPk: () => p.manyToOne(ContractEntity).mapToPk().joinColumn('contract_pk').deleteRule('cascade'),
    number: p.integer(),
    amount: p.decimal().columnType('numeric'),
    paid: p.boolean(),
    paidOn: p.date().nullable(),
    imported: p.boolean().default(false),
  },
});
