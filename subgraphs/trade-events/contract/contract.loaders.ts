import { sql } from 'kysely';
import { loaderByArguments, rowByKey } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { BelongsTo, ListDefinition } from '../../../kit/list/definition.js';
import { ListsByParent, readList } from '../../../kit/list/list.js';
import type { Viewer } from '../../../kit/viewer.js';
import type { CompanyContractsArgs } from '../company/company.input.js';
import { contractsOfCompany, pinsCompany } from '../company/company.role.js';
import { ContractEntity } from './contract.entity.js';
import { type ContractsArgs, contractFilter, contractOrder } from './contract.input.js';
import { Contract } from './contract.type.js';

export const contracts = tableOf(ContractEntity);

export const ContractConnection = connectionOf(Contract, 'Contract', 'contracts');

export const contractList: ListDefinition<Contract> = {
  table: contracts,
  reads: {
    id: ['reference'],
    event: ['eventSlug'],
    exhibitor: ['exhibitorSlug'],
    buyer: ['buyerSlug'],
    sector: ['sectorCode'],
    reportedValue: ['reportedValue', 'currency'],
    evidencedValue: ['evidencedValue', 'currency'],
    realisedValue: ['realisedValue', 'currency'],
    milestones: ['pk'],
  },
  filter: contractFilter,
  order: contractOrder,
  defaultOrder: [{ field: 'REPORTED_VALUE', direction: 'DESC' }],
  connection: ContractConnection,
};

/**
 * The contracts of a partner, repeated as conditions that indexes serve. The row policy decides, but it checks each row. They are not
 * needed if the filter already selects the partner's company.
 */
function ownContracts({ role, company }: Viewer, { filter }: ContractsArgs) {
  if (role !== 'PARTNER' || pinsCompany(filter, company)) return undefined;
  return { anyOf: contractsOfCompany(undefined)(sql`${company}`) };
}

export function contractLoaders(reader: Reader, viewer: Viewer) {
  const listsBy = (belongs: BelongsTo) =>
    loaderByArguments((args: ContractsArgs) => new ListsByParent(reader, contractList, args, belongs));
  return {
    contractByReference: rowByKey<Contract>(reader, contracts, 'reference'),
    contractByPk: rowByKey<Contract>(reader, contracts, 'pk'),
    contracts: (args: ContractsArgs) => readList(reader, { ...contractList, where: ownContracts(viewer, args) }, args),
    contractsByEvent: listsBy((slug) => [sql`r.event_slug = ${slug}`]),
    contractsBySector: listsBy((code) => [sql`r.sector_code = ${code}`]),
    contractsByCompany: loaderByArguments(
      (args: CompanyContractsArgs) => new ListsByParent(reader, contractList, args, contractsOfCompany(args.role)),
    ),
  };
}
