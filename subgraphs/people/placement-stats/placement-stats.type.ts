import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ROUNDED } from '../../../kit/stats/rounded-stats.js';
import { PlacementState } from '../placement/placement.states.js';
import { StatusOfResidence } from '../placement/placement.type.js';

@ObjectType({ description: 'One stage on the way to employment, counted over the placements of one group.' })
export class StageStats {
  @Field(() => PlacementState, { description: 'The stage.' })
  state!: PlacementState;

  @Field(() => Int, {
    description:
      'The number of placements that have been in this stage, with or without a known day. Rounded if the group is `rounded`.',
  })
  entered!: number;

  @Field(() => Int, {
    description:
      'The number of these placements that have also been in a later stage. Rounded if the group is `rounded`.',
  })
  advanced!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share that went on: advanced ÷ entered, from 0 to 1. Placements that are still in the stage lower it. Null if the group is `rounded` and fewer than 8 placements entered.',
  })
  conversion!: number | null;

  /** Reads the median of this very stage. */
  readMedianDays!: () => Promise<number | null>;
}

const GROUPED = 'Set only if you group by it (`groupBy`), and null for placements without a value.';

@ObjectType({ description: 'Counts, shares and medians over one group of placements.' })
export class PlacementStats {
  sectorCode?: string | null;
  sendingCompany?: string | null;
  acceptingCompany?: string | null;
  supportCompany?: string | null;
  /** Reads the stages of this very group. */
  readStages!: () => Promise<StageStats[]>;

  @Field(() => PlacementState, { nullable: true, description: `The state. ${GROUPED}` })
  state?: PlacementState | null;

  @Field(() => StatusOfResidence, { nullable: true, description: `The status of residence. ${GROUPED}` })
  statusOfResidence?: StatusOfResidence | null;

  @Field(() => String, {
    nullable: true,
    description: `The prefecture of the workplace, as an ISO 3166-2 code: for example "JP-23" for Aichi. ${GROUPED}`,
  })
  prefecture?: string | null;

  @Field(() => Int, { nullable: true, description: `The year of registration. ${GROUPED}` })
  registeredYear?: number | null;

  @Field(() => String, { nullable: true, description: `The month of registration, for example "2026-04". ${GROUPED}` })
  registeredMonth?: string | null;

  @Field(() => Int, { nullable: true, description: `The year of the first day of work. ${GROUPED}` })
  startedYear?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `The month of the first day of work, for example "2026-04". ${GROUPED}`,
  })
  startedMonth?: string | null;

  @Field(() => Boolean, { description: ROUNDED })
  rounded!: boolean;

  @Field(() => Int, { description: 'The number of placements in the group. Rounded if `rounded` is true.' })
  count!: number;

  @Field(() => Int, {
    description:
      'The number of placements whose worker is employed now: in the state EMPLOYED, EXTENDED or CHANGE_PENDING. Rounded if `rounded` is true.',
  })
  employed!: number;

  @Field(() => Int, {
    description:
      'The number of placements whose worker has started to work, even if the work has ended since. Rounded if `rounded` is true.',
  })
  started!: number;

  @Field(() => Int, {
    description:
      'The number of placements whose worker left early: returned, or changed the employer, less than 365 days after the first day of work. Rounded if `rounded` is true.',
  })
  leftEarly!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of workers who left early: leftEarly ÷ started, from 0 to 1. Null if nobody has started, or if `rounded` is true and too few have.',
  })
  leftEarlyShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median salary in the employment contracts, in Japanese yen a month. Null if no salary is known, or if `rounded` is true and too few are.',
  })
  medianSalaryJpyMonth!: number | null;
}
