import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { findOne } from '../../../kit/schema/find-one.js';
import { globalId } from '../../../kit/schema/global-id.js';
import { Language, localisedName } from '../../../kit/schema/localised-name.js';
import { AgreementsArgs } from '../agreement/agreement.input.js';
import { AgreementConnection } from '../agreement/agreement.loaders.js';
import type { CompaniesContext } from '../context.js';
import { Sector } from '../sector/sector.stub.js';
import { CompaniesArgs, CompanyArgs } from './company.input.js';
import { CompanyConnection } from './company.loaders.js';
import { Company } from './company.type.js';

@Resolver(Company)
export class CompanyResolver {
  @Query(() => Company, {
    nullable: true,
    description: 'Returns one company by its id or its slug. Null if there is none.',
  })
  company(@Args() args: CompanyArgs, @Ctx() { loaders }: CompaniesContext) {
    return findOne('Company', 'slug', { ...args }, (key) => loaders.companyBySlug.load(key));
  }

  @Query(() => CompanyConnection, {
    nullable: true,
    description: 'Lists the companies. By default they are sorted by slug.',
  })
  companies(@Args() args: CompaniesArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.companies(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { slug }: Company) {
    return globalId('Company', slug);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name in the requested language. If the hub does not know it in that language, the name in English, else Japanese, else Urdu.',
  })
  name(
    @Root() company: Company,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'The preferred language of the name.' })
    language: Language,
  ) {
    return localisedName(company, language);
  }

  @FieldResolver(() => [Sector], { nullable: true, description: 'The sectors that the company works in.' })
  async sectors(@Root() { pk }: Company, @Ctx() { loaders }: CompaniesContext): Promise<Sector[]> {
    const rows = await loaders.sectorsByCompany.load(pk);
    return rows.map(({ sectorCode }) => ({ code: sectorCode }));
  }

  @FieldResolver(() => AgreementConnection, {
    nullable: true,
    description: 'The agreements that the company is party to. By default the latest signed come first.',
  })
  agreements(@Root() { slug }: Company, @Args() args: AgreementsArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.agreementsByCompany(args).of(slug);
  }
}
