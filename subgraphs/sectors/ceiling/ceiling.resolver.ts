import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Ceiling } from './ceiling.type.js';

@Resolver(Ceiling)
export class CeilingResolver {
  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'The statement behind the figure: who decided it, where it is published, and what is known since.',
  })
  statement(@Root() { statementKey }: Ceiling, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementByKey.load(statementKey);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the hub knows of a later figure for the same sector. False does not promise that none was decided: see `statement { note }`.',
  })
  async superseded(@Root() { statementKey }: Ceiling, @Ctx() { loaders }: SectorsContext) {
    return (await loaders.statementByKey.load(statementKey))?.supersededByKey != null;
  }
}
