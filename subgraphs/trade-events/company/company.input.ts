import { ArgsType, Field } from 'type-graphql';
import { ContractsArgs } from '../contract/contract.input.js';
import { ContractStatsArgs } from '../contract-stats/contract-stats.input.js';
import { ContractRole } from './company.role.js';

const ROLE = 'The part that the company has in the contracts: exhibitor or buyer. Without it, both.';

@ArgsType()
export class CompanyContractsArgs extends ContractsArgs {
  @Field(() => ContractRole, { nullable: true, description: ROLE }) role?: ContractRole;
}

@ArgsType()
export class CompanyContractStatsArgs extends ContractStatsArgs {
  @Field(() => ContractRole, { nullable: true, description: ROLE }) role?: ContractRole;
}
