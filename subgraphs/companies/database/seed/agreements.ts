import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  AgreementEntity,
  AgreementPartyEntity,
  AgreementSectorEntity,
  AgreementSignatoryEntity,
} from '../../agreement/agreement.entity.js';
import type { AgreementKind } from '../../agreement/agreement.type.js';
import { CompanyEntity } from '../../company/company.entity.js';

interface AgreementFacts {
  slug: string;
  title: string;
  kind: AgreementKind;
  renewal: boolean;
  signedOn: string;
  eventSlug?: string;
  addedFieldCount?: number;
  parties: string[];
  signatories: string[];
  before: string[];
  added: string[];
}

const AGREEMENTS: AgreementFacts[] = [
  {
    slug: 'plusw-oec-mou-2025',
    title: 'Renewed memorandum of understanding between Plus W Inc. and the Overseas Employment Corporation',
    kind: 'MEMORANDUM_OF_UNDERSTANDING',
    renewal: true,
    signedOn: '2025-05-02',
    eventSlug: 'hr-stakeholders-meeting-2025',
    addedFieldCount: 14,
    parties: ['plusw', 'oec'],
    signatories: ['naseer-khan-kashani'],
    before: ['it'],
    // The source's healthcare and hospitality are no sectors: which fields it means is not settled here.
    added: ['agriculture', 'construction'],
  },
  {
    slug: 'japan-pakistan-ssw-moc-2019',
    title: 'Memorandum of cooperation on Specified Skilled Workers between Japan and Pakistan',
    kind: 'MEMORANDUM_OF_COOPERATION',
    renewal: false,
    signedOn: '2019-12-23',
    parties: ['government-of-japan', 'government-of-pakistan'],
    signatories: [],
    before: [],
    added: [],
  },
];

export async function insertAgreements(em: SqlEntityManager): Promise<void> {
  for (const { parties, signatories, before, added, ...agreement } of AGREEMENTS) {
    const agreementPk = await em.insert(AgreementEntity, agreement);
    for (const slug of parties) {
      const { pk: companyPk } = await em.findOneOrFail(CompanyEntity, { slug });
      await em.insert(AgreementPartyEntity, { agreementPk, companyPk });
    }
    for (const personReference of signatories)
      await em.insert(AgreementSignatoryEntity, { agreementPk, personReference });
    for (const sectorCode of before) await em.insert(AgreementSectorEntity, { agreementPk, sectorCode, added: false });
    for (const sectorCode of added) await em.insert(AgreementSectorEntity, { agreementPk, sectorCode, added: true });
  }
}
