import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import { AgreementsArgs } from '../agreement/agreement.input.js';
import { AgreementConnection } from '../agreement/agreement.loaders.js';
import type { CompaniesContext } from '../context.js';
import { Person } from './person.stub.js';

@Resolver(Person)
export class PersonResolver {
  @FieldResolver(() => AgreementConnection, {
    nullable: true,
    description: 'The agreements that this person signed. By default the latest signed come first.',
  })
  agreementsSigned(@Root() { id }: Person, @Args() args: AgreementsArgs, @Ctx() { loaders }: CompaniesContext) {
    return loaders.agreementsByPerson(args).of(keyOfGlobalId('Person', id) ?? '');
  }
}
