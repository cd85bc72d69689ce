import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Ceiling } from './ceiling.type.js';

@Resolver(Ceiling)
export class CeilingResolver {
  @FieldResolver(() => Statement, {
    nullable: true,
    description:
      'The statement behind the figure. It says who decided the figure, where it is published, and what is known since.',
  })
  statement(@Root() { statementKey }: Ceiling, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementByKey.load(statementKey);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True if the hub knows a later figure for the same sector. False does not guarantee that there is none: see `statement { note }`.',
  })
  async superseded(@Root() { statementKey }: Ceiling, @Ctx() { loaders }: SectorsContext) {
    return (await loaders.statementByKey.load(statementKey))?.supersededByKey != null;
  }
}
