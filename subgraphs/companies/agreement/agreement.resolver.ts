import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId, keyOfGlobalId } from '../../../kit/schema/global-id.js';
import { Company } from '../company/company.type.js';
import type { CompaniesContext } from '../context.js';
import { Person } from '../person/person.stub.js';
import { Sector } from '../sector/sector.stub.js';
import { TradeEvent } from '../trade-event/trade-event.stub.js';
import { AgreementsArgs } from './agreement.input.js';
import { AgreementConnection } from './agreement.loaders.js';
import { Agreement } from './agreement.type.js';

@Resolver(Agreement)
export class AgreementResolver {
  @Query(() => Agreement, { nullable: true, description: 'One agreement by its id; null where there is none.' })
  agreement(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { loaders }: CompaniesContext) {
    const slug = keyOfGlobalId('Agreement', id);
    return slug == null ? null : loaders.agreementBySlug.load(slug);
  }

  @Query(() => AgreementConnection, { nullable: true, description: 'All agreements, by default the newest first.' })
  agreements(@Args() args: AgreementsArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.agreements(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { slug }: Agreement) {
    return globalId('Agreement', slug);
  }

  @FieldResolver(() => [Company], { description: 'Who agreed, in the order of the document.' })
  parties(@Root() { pk }: Agreement, @Ctx() { loaders }: CompaniesContext) {
    return loaders.partiesByAgreement.load(pk);
  }

  @FieldResolver(() => [Person], {
    nullable: true,
    description: 'Who signed, as far as a published source names them.',
  })
  async signatories(@Root() { pk }: Agreement, @Ctx() { loaders }: CompaniesContext) {
    const rows = await loaders.signatoriesByAgreement.load(pk);
    return rows.map(({ personReference }) => ({ id: globalId('Person', personReference) }));
  }

  @FieldResolver(() => TradeEvent, { nullable: true, description: 'The event at which it was signed.' })
  event(@Root() { eventSlug }: Agreement) {
    return eventSlug && { slug: eventSlug };
  }

  @FieldResolver(() => [Sector], {
    nullable: true,
    description: 'The sectors that were covered before this agreement.',
  })
  scopeBefore(@Root() agreement: Agreement, @Ctx() context: CompaniesContext) {
    return coveredSectors(agreement, context, false);
  }

  @FieldResolver(() => [Sector], {
    nullable: true,
    description:
      'The sectors that it adds, as far as its source names them by the hub’s own names. A field that the source names in another word is not matched to a sector: see `statements` with the predicate `field-named`.',
  })
  scopeAdded(@Root() agreement: Agreement, @Ctx() context: CompaniesContext) {
    return coveredSectors(agreement, context, true);
  }
}

async function coveredSectors({ pk }: Agreement, { loaders }: CompaniesContext, added: boolean): Promise<Sector[]> {
  const rows = await loaders.sectorsByAgreement.load(pk);
  return rows.filter((row) => row.added === added).map(({ sectorCode }) => ({ code: sectorCode }));
}
