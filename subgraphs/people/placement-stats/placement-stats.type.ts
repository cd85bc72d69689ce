import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';
import { PlacementState } from '../placement/placement.states.js';
import { StatusOfResidence } from '../placement/placement.type.js';

@ObjectType({ description: 'A stage on the way to employment, over the placements of one group.' })
export class StageStats {
  @Field(() => PlacementState, { description: 'The stage.' })
  state!: PlacementState;

  @Field(() => Int, {
    description: 'Placements that have been in this stage, dated or not; rounded where the group is.',
  })
  entered!: number;

  @Field(() => Int, { description: 'Those of them that have been in a later stage; rounded where the group is.' })
  advanced!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'advanced ÷ entered, from 0 to 1. Placements still in the stage lower it. Null where the group is rounded and fewer than 8 have entered.',
  })
  conversion!: number | null;

  /** Reads the median of this very stage. */
  readMedianDays!: () => Promise<number | null>;
}

const GROUPED = 'set where groupBy has it, and null there for placements without a value';

@ObjectType({ description: 'Aggregates over one group of placements.' })
export class PlacementStats {
  sectorCode?: string | null;
  sendingCompany?: string | null;
  acceptingCompany?: string | null;
  supportCompany?: string | null;
  /** Reads the stages of this very group. */
  readStages!: () => Promise<StageStats[]>;

  @Field(() => PlacementState, { nullable: true, description: `State; ${GROUPED}.` })
  state?: PlacementState | null;

  @Field(() => StatusOfResidence, { nullable: true, description: `Status of residence; ${GROUPED}.` })
  statusOfResidence?: StatusOfResidence | null;

  @Field(() => String, { nullable: true, description: `Prefecture of the workplace, ISO 3166-2; ${GROUPED}.` })
  prefecture?: string | null;

  @Field(() => Int, { nullable: true, description: `Year of registration; ${GROUPED}.` })
  registeredYear?: number | null;

  @Field(() => String, { nullable: true, description: `Month of registration, for example "2026-04"; ${GROUPED}.` })
  registeredMonth?: string | null;

  @Field(() => Int, { nullable: true, description: `Year of the first day of work; ${GROUPED}.` })
  startedYear?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `Month of the first day of work, for example "2026-04"; ${GROUPED}.`,
  })
  startedMonth?: string | null;

  @Field(() => Boolean, { description: ROUNDED })
  rounded!: boolean;

  @Field(() => Int, { description: 'Placements in the group; see `rounded`.' })
  count!: number;

  @Field(() => Int, {
    description: 'Those whose worker is employed now: EMPLOYED, EXTENDED or CHANGE_PENDING; see `rounded`.',
  })
  employed!: number;

  @Field(() => Int, { description: 'Those whose worker has ever begun to work; see `rounded`.' })
  started!: number;

  @Field(() => Int, {
    description:
      'Those whose worker left early: went home or to another employer within 365 days of the first day of work; see `rounded`.',
  })
  leftEarly!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'leftEarly ÷ started, from 0 to 1; null where nobody has begun, or too few where it is rounded.',
  })
  leftEarlyShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median salary of the contracts, in yen a month; null where none is known, or too few are where the group is rounded.',
  })
  medianSalaryJpyMonth!: number | null;
}
