import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { keyOfGlobalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Agreement } from './agreement.stub.js';

@Resolver(Agreement)
export class AgreementResolver {
  @FieldResolver(() => [Statement], {
    nullable: true,
    description: 'All statements of published sources about the agreement, the newest first. The list is not paged.',
  })
  statements(@Root() { id }: Agreement, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutAgreement.load(keyOfGlobalId('Agreement', id) ?? '');
  }
}
