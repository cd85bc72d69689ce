import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Person } from './person.stub.js';

@Resolver(Person)
export class PersonResolver {
  @FieldResolver(() => [Statement], {
    nullable: true,
    description:
      'All statements of published sources about the person as an office holder, the newest first. The list is not paged.',
  })
  statements(@Root() { id }: Person, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutPerson.load(keyOfGlobalId('Person', id) ?? '');
  }

  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'All statements that the person made in public, the newest first. The list is not paged.',
  })
  statementsMade(@Root() { id }: Person, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsMadeByPerson.load(keyOfGlobalId('Person', id) ?? '');
  }
}
