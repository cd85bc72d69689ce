import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.type.js';
import type { CompaniesContext } from '../context.js';
import { Viewer } from './viewer.type.js';

@Resolver(Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    description:
      'Returns who sends the request: the role, the company and the end of the token. A client uses it to decide what to show.',
  })
  viewer(@Ctx() { viewer: { role, subject, company, expiresAt } }: CompaniesContext): Viewer {
    return { role, subject, companySlug: company, expiresAt };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The company that a partner acts for. Null for other roles, and if the hub does not know the company.',
  })
  company(@Root() { companySlug }: Viewer, @Ctx() { loaders }: CompaniesContext) {
    return companySlug && loaders.companyBySlug.load(companySlug);
  }
}
