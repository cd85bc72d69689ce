import { sql } from 'kysely';
import { loaderByArguments, rowByKey, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { ListDefinition } from '../../../kit/list/definition.js';
import { ListsByParent, readList } from '../../../kit/list/list.js';
import { CompanyEntity, CompanySectorEntity } from './company.entity.js';
import { type CompaniesArgs, companyFilter, companyOrder } from './company.input.js';
import { Company } from './company.type.js';

const companies = tableOf(CompanyEntity);
const companySectors = tableOf(CompanySectorEntity);

export const CompanyConnection = connectionOf(Company, 'Company', 'companies');

const companyList: ListDefinition<Company> = {
  table: companies,
  filter: companyFilter,
  order: companyOrder,
  defaultOrder: [{ field: 'SLUG', direction: 'ASC' }],
  connection: CompanyConnection,
};

interface CompanySector {
  companyPk: number;
  sectorCode: string;
}

export function companyLoaders(reader: Reader) {
  return {
    companyBySlug: rowByKey<Company>(reader, companies, 'slug'),
    companies: (args: CompaniesArgs) => readList(reader, companyList, args),
    companiesBySector: loaderByArguments(
      (args: CompaniesArgs) =>
        new ListsByParent(reader, companyList, args, (sector) => [
          sql`exists (
            select from companies.company_sector cs where cs.company_pk = r.pk and cs.sector_code = ${sector})`,
        ]),
    ),
    sectorsByCompany: rowsByParent<CompanySector>(reader, companySectors, 'companyPk', sql`r.pk`),
  };
}
