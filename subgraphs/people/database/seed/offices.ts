import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { OfficeEntity, PersonEntity } from '../../person/person.entity.js';

/** Offices as the article of May 2025 names them; where others name them otherwise, the statements say so. */
const OFFICES = [
  { holder: 'naseer-khan-kashani', title: 'Managing Director', companySlug: 'oec' },
  { holder: 'wakako-sakurai', title: 'Chief Executive Officer', companySlug: 'plusw' },
  {
    holder: 'shuichi-akamatsu',
    title: 'Ambassador of Japan to Pakistan',
    organisation: 'Embassy of Japan in Pakistan',
  },
  {
    holder: 'chaudhry-salik-hussain',
    title: 'Federal Minister for Overseas Pakistanis',
    companySlug: 'government-of-pakistan',
  },
  { holder: 'shaza-fatima', title: 'Minister for Information Technology', companySlug: 'government-of-pakistan' },
];

export async function insertOffices(em: SqlEntityManager): Promise<void> {
  for (const { holder, ...office } of OFFICES) {
    const { pk: personPk } = await em.findOneOrFail(PersonEntity, { reference: holder });
    await em.insert(OfficeEntity, { personPk, ...office });
  }
}
