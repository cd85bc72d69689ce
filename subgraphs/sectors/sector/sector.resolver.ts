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
  @Query(() => Sector, { nullable: true, description: 'Returns one sector by its code. Null if there is none.' })
  sector(
    @Arg('code', () => String, { description: 'The code of the sector, for example "nursing-care".' }) code: string,
    @Ctx() { loaders }: SectorsContext,
  ) {
    return loaders.sectorByCode.load(code);
  }

  @Query(() => [Sector], {
    nullable: true,
    description:
      'Lists the sectors: first the fields of the Specified Skilled Worker programme (SSW), in the order of the Cabinet decision of 2024, then information technology.',
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
    description:
      'The name in the requested language. If the hub does not know it in that language, the name in English, else Japanese, else Urdu.',
  })
  name(
    @Root() sector: Sector,
    @Arg('language', () => Language, { defaultValue: 'EN', description: 'The preferred language of the name.' })
    language: Language,
  ) {
    return localisedName(sector, language);
  }

  @FieldResolver(() => SectorIntake, { description: 'Whether new SSW(i) workers can enter the sector from abroad.' })
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
    description:
      'The acceptance ceilings that the Cabinet decided for the sector, the newest decision first. Empty if the sector is not an SSW field.',
  })
  ceilings(@Root() { code }: Sector, @Ctx() { loaders }: SectorsContext) {
    return loaders.ceilingsBySector.load(code);
  }

  @FieldResolver(() => [Statement], {
    description: 'All statements of published sources about the sector, the newest first. The list is not paged.',
  })
  statements(@Root() { code }: Sector, @Ctx() { loaders }: SectorsContext) {
    return loaders.statementsAboutSector.load(code);
  }
}

@Resolver(SectorIntake)
export class SectorIntakeResolver {
  @FieldResolver(() => Statement, { nullable: true, description: 'The statement that says so. Null if there is none.' })
  statement(@Root() { statementKey }: SectorIntake, @Ctx() { loaders }: SectorsContext) {
    return statementKey && loaders.statementByKey.load(statementKey);
  }
}
