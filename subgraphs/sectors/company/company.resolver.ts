import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Company } from './company.stub.js';

@Resolver(Company)
export class CompanyResolver {
  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'What sources state about the company, the newest first. All of them, not paged.',
  })
  statements(@Root() { slug }: Company, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutCompany.load(slug);
  }

  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'What the company or public body itself stated or decided, the newest first. All of them, not paged.',
  })
  statementsMade(@Root() { slug }: Company, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsMadeByCompany.load(slug);
  }
}
