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
  @Query(() => StatementConnection, {
    nullable: true,
    description: 'Lists the statements. By default the newest come first.',
  })
  statements(@Args() args: StatementsArgs, @Ctx() { loaders }: SectorsContext) {
    return loaders.statements(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { key }: Statement) {
    return globalId('Statement', key);
  }

  @FieldResolver(() => StatementSubject, { nullable: true, description: 'What the statement is about.' })
  subject(@Root() statement: Statement, @Ctx() context: SectorsContext) {
    return subjectOf(statement, context);
  }

  @FieldResolver(() => Stater, {
    nullable: true,
    description: 'Who said it. Null if the source names nobody, and if the hub concluded it itself.',
  })
  statedBy(@Root() statement: Statement, @Ctx() context: SectorsContext) {
    return staterOf(statement, context);
  }

  @FieldResolver(() => Source, { description: 'The publication in which it stands.' })
  source(@Root() { sourceKey }: Statement, @Ctx() { loaders }: SectorsContext) {
    return loaders.sourceByKey.load(sourceKey);
  }

  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'The later statement that replaces this one. Null if the hub knows of none.',
  })
  supersededBy(@Root() { supersededByKey }: Statement, @Ctx() { loaders }: SectorsContext) {
    return supersededByKey && loaders.statementByKey.load(supersededByKey);
  }

  @FieldResolver(() => [Statement], { description: 'The earlier statements that this one replaces, the newest first.' })
  supersedes(@Root() { key }: Statement, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsSupersededBy.load(key);
  }
}
