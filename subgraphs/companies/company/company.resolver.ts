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
  @Query(() => Company, { nullable: true, description: 'One company by its id or slug; null where there is none.' })
  company(@Args() args: CompanyArgs, @Ctx() { loaders }: CompaniesContext) {
    return findOne('Company', 'slug', { ...args }, (key) => loaders.companyBySlug.load(key));
  }

  @Query(() => CompanyConnection, {
    nullable: true,
    description: 'All companies, by default in the order of their slugs.',
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
    description: 'Its name, in the language asked for where that is known.',
  })
  name(
    @Root() company: Company,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'Which language is preferred.' })
    language: Language,
  ) {
    return localisedName(company, language);
  }

  @FieldResolver(() => [Sector], { nullable: true, description: 'The sectors that it works in.' })
  async sectors(@Root() { pk }: Company, @Ctx() { loaders }: CompaniesContext): Promise<Sector[]> {
    const rows = await loaders.sectorsByCompany.load(pk);
    return rows.map(({ sectorCode }) => ({ code: sectorCode }));
  }

  @FieldResolver(() => AgreementConnection, { nullable: true, description: 'The agreements that it is party to.' })
  agreements(@Root() { slug }: Company, @Args() args: AgreementsArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.agreementsByCompany(args).of(slug);
  }
}
