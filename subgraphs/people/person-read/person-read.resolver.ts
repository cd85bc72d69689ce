import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../company/company.stub.js';
import { PersonRead } from './person-read.type.js';

@Resolver(PersonRead)
export class PersonReadResolver {
  @FieldResolver(() => Company, { nullable: true, description: "The reader's company. Null for the role ADMIN." })
  company(@Root() { companySlug }: PersonRead) {
    return companySlug && { slug: companySlug };
  }
}
