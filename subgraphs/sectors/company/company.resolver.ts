import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Company } from './company.stub.js';

@Resolver(Company)
export class CompanyResolver {
  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'All statements of published sources about the company, the newest first. The list is not paged.',
  })
  statements(@Root() { slug }: Company, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutCompany.load(slug);
  }

  @FieldResolver(() => [Statement], {
    nullable: true,
    description:
      'All statements and decisions that the company or public body made itself, the newest first. The list is not paged.',
  })
  statementsMade(@Root() { slug }: Company, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsMadeByCompany.load(slug);
  }
}
