import { sql } from 'kysely';
import { batched, loaderByArguments, rowByKey, rowsByParent } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { connectionOf } from '../../../kit/list/connection.js';
import type { BelongsTo, ListDefinition } from '../../../kit/list/definition.js';
import { ListsByParent, readList } from '../../../kit/list/list.js';
import { CompanyEntity } from '../company/company.entity.js';
import type { Company } from '../company/company.type.js';
import { AgreementEntity, AgreementSectorEntity, AgreementSignatoryEntity } from './agreement.entity.js';
import { type AgreementsArgs, agreementFilter, agreementOrder } from './agreement.input.js';
import { Agreement } from './agreement.type.js';

const agreements = tableOf(AgreementEntity);
const signatories = tableOf(AgreementSignatoryEntity);
const sectors = tableOf(AgreementSectorEntity);
const companies = tableOf(CompanyEntity);

export const AgreementConnection = connectionOf(Agreement, 'Agreement', 'agreements');

const agreementList: ListDefinition<Agreement> = {
  table: agreements,
  filter: agreementFilter,
  order: agreementOrder,
  defaultOrder: [{ field: 'SIGNED_ON', direction: 'DESC' }],
  connection: AgreementConnection,
};

interface Signatory {
  agreementPk: number;
  personReference: string;
}

interface CoveredSector {
  agreementPk: number;
  sectorCode: string;
  added: boolean;
}

export function agreementLoaders(reader: Reader) {
  const listsBy = (belongs: BelongsTo) =>
    loaderByArguments((args: AgreementsArgs) => new ListsByParent(reader, agreementList, args, belongs));
  return {
    agreementBySlug: rowByKey<Agreement>(reader, agreements, 'slug'),
    agreements: (args: AgreementsArgs) => readList(reader, agreementList, args),
    agreementsByCompany: listsBy((slug) => [
      sql`exists (
        select from companies.agreement_party ap join companies.company c on c.pk = ap.company_pk
        where ap.agreement_pk = r.pk and c.slug = ${slug})`,
    ]),
    agreementsByPerson: listsBy((reference) => [
      sql`exists (
        select from companies.agreement_signatory s
        where s.agreement_pk = r.pk and s.person_reference = ${reference})`,
    ]),
    agreementsByEvent: listsBy((slug) => [sql`r.event_slug = ${slug}`]),
    partiesByAgreement: partiesByAgreement(reader),
    signatoriesByAgreement: rowsByParent<Signatory>(reader, signatories, 'agreementPk', sql`r.pk`),
    sectorsByAgreement: rowsByParent<CoveredSector>(reader, sectors, 'agreementPk', sql`r.pk`),
  };
}

function partiesByAgreement(reader: Reader) {
  return batched<number, Company[]>(async (agreementPks) => {
    const rows = await reader.rows<Company & { agreementPk: number }>(sql`
      select ap.agreement_pk as "agreementPk", ${companies.selection}
      from companies.agreement_party ap join ${companies.name} r on r.pk = ap.company_pk
      where ap.agreement_pk = any(${agreementPks}) order by ap.pk`);
    const byAgreement = Map.groupBy(rows, ({ agreementPk }) => agreementPk);
    return agreementPks.map((pk) => byAgreement.get(pk) ?? []);
  });
}
