import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import type { SectorsContext } from '../context.js';
import { Source } from '../source/source.type.js';
import { StatementsArgs } from './statement.input.js';
import { StatementConnection } from './statement.loaders.js';
import { StatementSubject, Stater, staterOf, subjectOf } from './statement.parties.js';
import { Statement } from './statement.type.js';

@Resolver(Statement)
export class StatementResolver {
  @Query(() => StatementConnection, { nullable: true, description: 'All statements, by default the newest first.' })
  statements(@Args() args: StatementsArgs, @Ctx() { loaders }: SectorsContext) {
    return loaders.statements(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { key }: Statement) {
    return globalId('Statement', key);
  }

  @FieldResolver(() => StatementSubject, { nullable: true, description: 'What it is about.' })
  subject(@Root() statement: Statement, @Ctx() context: SectorsContext) {
    return subjectOf(statement, context);
  }

  @FieldResolver(() => Stater, {
    nullable: true,
    description: 'Who said it; null where the source names nobody, and for what the hub concluded itself.',
  })
  statedBy(@Root() statement: Statement, @Ctx() context: SectorsContext) {
    return staterOf(statement, context);
  }

  @FieldResolver(() => Source, { description: 'Where it is published.' })
  source(@Root() { sourceKey }: Statement, @Ctx() { loaders }: SectorsContext) {
    return loaders.sourceByKey.load(sourceKey);
  }

  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'The later statement that took its place; null while there is none that the hub knows of.',
  })
  supersededBy(@Root() { supersededByKey }: Statement, @Ctx() { loaders }: SectorsContext) {
    return supersededByKey && loaders.statementByKey.load(supersededByKey);
  }

  @FieldResolver(() => [Statement], { description: 'The earlier statements whose place it took, the newest first.' })
  supersedes(@Root() { key }: Statement, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsSupersededBy.load(key);
  }
}
