import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Language, localisedName } from '../../../kit/schema/localised-name.js';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { Programme } from './programme.type.js';

@Resolver(Programme)
export class ProgrammeResolver {
  @Query(() => [Programme], { nullable: true, description: 'Lists the programmes, the earliest first.' })
  programmes(@Ctx() { loaders }: SectorsContext) {
    return loaders.programmes();
  }

  @FieldResolver(() => ID)
  id(@Root() { code }: Programme) {
    return globalId('Programme', code);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name in the requested language. If the hub does not know it in that language, the name in English, else Japanese, else Urdu.',
  })
  name(
    @Root() programme: Programme,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'The preferred language of the name.' })
    language: Language,
  ) {
    return localisedName(programme, language);
  }

  @FieldResolver(() => [Statement], {
    description: 'All statements of published sources about the programme, the newest first. The list is not paged.',
  })
  statements(@Root() { code }: Programme, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutProgramme.load(code);
  }
}
