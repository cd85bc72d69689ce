import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CompaniesArgs } from '../company/company.input.js';
import { CompanyConnection } from '../company/company.loaders.js';
import type { CompaniesContext } from '../context.js';
import { Sector } from './sector.stub.js';

@Resolver(Sector)
export class SectorResolver {
  @FieldResolver(() => CompanyConnection, {
    nullable: true,
    description: 'The companies that work in this sector. By default they are sorted by slug.',
  })
  companies(@Root() { code }: Sector, @Args() args: CompaniesArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.companiesBySector(args).of(code);
  }
}
