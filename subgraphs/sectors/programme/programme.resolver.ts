import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Language, localisedName } from '../../../kit/schema/localised-name.js';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Programme } from './programme.type.js';

@Resolver(Programme)
export class ProgrammeResolver {
  @Query(() => [Programme], { nullable: true, description: 'The programmes, in the order in which they began.' })
  programmes(@Ctx() { loaders }: SectorsContext) {
    return loaders.programmes();
  }

  @FieldResolver(() => ID)
  id(@Root() { code }: Programme) {
    return globalId('Programme', code);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its name, in the language asked for where that is known.',
  })
  name(
    @Root() programme: Programme,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'Which language is preferred.' })
    language: Language,
  ) {
    return localisedName(programme, language);
  }

  @FieldResolver(() => [Statement], {
    description: 'What sources state about the programme, the newest first. All of them, not paged.',
  })
  statements(@Root() { code }: Programme, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutProgramme.load(code);
  }
}
