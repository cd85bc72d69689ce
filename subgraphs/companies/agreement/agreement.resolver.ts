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
  @Query(() => Agreement, { nullable: true, description: 'Returns one agreement by its id. Null if there is none.' })
  agreement(
    @Arg('id', () => ID, { description: 'The id of the agreement.' }) id: string,
    @Ctx() { loaders }: CompaniesContext,
  ) {
    const slug = keyOfGlobalId('Agreement', id);
    return slug == null ? null : loaders.agreementBySlug.load(slug);
  }

  @Query(() => AgreementConnection, {
    nullable: true,
    description: 'Lists the agreements. By default the latest signed come first.',
  })
  agreements(@Args() args: AgreementsArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.agreements(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { slug }: Agreement) {
    return globalId('Agreement', slug);
  }

  @FieldResolver(() => [Company], {
    description: 'The companies and public bodies that made the agreement, in the order of the document.',
  })
  parties(@Root() { pk }: Agreement, @Ctx() { loaders }: CompaniesContext) {
    return loaders.partiesByAgreement.load(pk);
  }

  @FieldResolver(() => [Person], {
    nullable: true,
    description: 'The people who signed it. Only people whom a published source names are listed.',
  })
  async signatories(@Root() { pk }: Agreement, @Ctx() { loaders }: CompaniesContext) {
    const rows = await loaders.signatoriesByAgreement.load(pk);
    return rows.map(({ personReference }) => ({ id: globalId('Person', personReference) }));
  }

  @FieldResolver(() => TradeEvent, {
    nullable: true,
    description: 'The event at which it was signed. Null if it was not signed at an event of the hub.',
  })
  event(@Root() { eventSlug }: Agreement) {
    return eventSlug && { slug: eventSlug };
  }

  @FieldResolver(() => [Sector], {
    nullable: true,
    description: 'The sectors that were already covered before this agreement.',
  })
  scopeBefore(@Root() agreement: Agreement, @Ctx() context: CompaniesContext) {
    return coveredSectors(agreement, context, false);
  }

  @FieldResolver(() => [Sector], {
    nullable: true,
    description:
      'The sectors that the agreement adds. Only sectors that the source calls by the same name as the hub are listed. For the others, and their exact wording, see the `statements` with the predicate `field-named`.',
  })
  scopeAdded(@Root() agreement: Agreement, @Ctx() context: CompaniesContext) {
    return coveredSectors(agreement, context, true);
  }
}

async function coveredSectors({ pk }: Agreement, { loaders }: CompaniesContext, added: boolean): Promise<Sector[]> {
  const rows = await loaders.sectorsByAgreement.load(pk);
  return rows.filter((row) => row.added === added).map(({ sectorCode }) => ({ code: sectorCode }));
}
