import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.type.js';
import type { CompaniesContext } from '../context.js';
import { Viewer } from './viewer.type.js';

@Resolver(Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who asks, so that a client can show what there is to see.' })
  viewer(@Ctx() { viewer: { role, subject, company, expiresAt } }: CompaniesContext): Viewer {
    return { role, subject, companySlug: company, expiresAt };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The company that a partner acts for; null for other roles, and where the hub does not know it.',
  })
  company(@Root() { companySlug }: Viewer, @Ctx() { loaders }: CompaniesContext) {
    return companySlug && loaders.companyBySlug.load(companySlug);
  }
}
