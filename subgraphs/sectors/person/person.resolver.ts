import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Person } from './person.stub.js';

@Resolver(Person)
export class PersonResolver {
  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'What sources state about the person as an office holder, the newest first. All of them, not paged.',
  })
  statements(@Root() { id }: Person, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutPerson.load(keyOfGlobalId('Person', id) ?? '');
  }

  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'What the person stated in public, the newest first. All of them, not paged.',
  })
  statementsMade(@Root() { id }: Person, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsMadeByPerson.load(keyOfGlobalId('Person', id) ?? '');
  }
}
