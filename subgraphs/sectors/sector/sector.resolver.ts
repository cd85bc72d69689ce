import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Language, localisedName } from '../../../kit/schema/localised-name.js';
import { Ceiling } from '../ceiling/ceiling.type.js';
import type { SectorsContext } from '../context.js';
import { Statement } from '../statement/statement.type.js';
import { SectorsArgs } from './sector.input.js';
import { Sector, SectorIntake } from './sector.type.js';

@Resolver(Sector)
export class SectorResolver {
  @Query(() => Sector, { nullable: true, description: 'One sector by its code; null where there is none.' })
  sector(
    @Arg('code', () => String, { description: 'Its code, for example "nursing-care".' }) code: string,
    @Ctx() { loaders }: SectorsContext,
  ) {
    return loaders.sectorByCode.load(code);
  }

  @Query(() => [Sector], {
    nullable: true,
    description:
      'The sectors: the SSW fields in the order of the Cabinet decision of 2024, then information technology.',
  })
  sectors(@Args() args: SectorsArgs, @Ctx() { loaders }: SectorsContext) {
    return loaders.sectors(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { code }: Sector) {
    return globalId('Sector', code);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its name, in the language asked for where that is known.',
  })
  name(
    @Root() sector: Sector,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'Which language is preferred.' })
    language: Language,
  ) {
    return localisedName(sector, language);
  }

  @FieldResolver(() => SectorIntake, { description: 'Whether SSW(i) workers can newly enter it from abroad.' })
  intake(@Root() sector: Sector): SectorIntake {
    const { intakeStatus, intakeSince, intakeConfidence, intakeStatementKey } = sector;
    return {
      status: intakeStatus,
      since: intakeSince,
      confidence: intakeConfidence,
      statementKey: intakeStatementKey,
    };
  }

  @FieldResolver(() => [Ceiling], {
    description: 'The limits that the Cabinet decided for it, the newest decision first; none outside the SSW fields.',
  })
  ceilings(@Root() { code }: Sector, @Ctx() { loaders }: SectorsContext) {
    return loaders.ceilingsBySector.load(code);
  }

  @FieldResolver(() => [Statement], {
    description: 'What sources state about the sector, the newest first. All of them, not paged.',
  })
  statements(@Root() { code }: Sector, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutSector.load(code);
  }
}

@Resolver(SectorIntake)
export class SectorIntakeResolver {
  @FieldResolver(() => Statement, { nullable: true, description: 'The statement behind it; null where there is none.' })
  statement(@Root() { statementKey }: SectorIntake, @Ctx() { loaders }: SectorsContext) {
    return statementKey && loaders.statementByKey.load(statementKey);
  }
}
