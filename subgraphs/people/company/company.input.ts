import { ArgsType, Field } from 'type-graphql';
import { PlacementsArgs } from '../placement/placement.input.js';
import { PlacementRole } from '../placement/placement.role.js';
import { PlacementStatsArgs } from '../placement-stats/placement-stats.input.js';

const ROLE = {
  nullable: true,
  description:
    'The part that the company has in the placement. Without it, placements with any of the three parts are returned.',
};

@ArgsType()
export class CompanyPlacementsArgs extends PlacementsArgs {
  @Field(() => PlacementRole, ROLE) role?: PlacementRole;
}

@ArgsType()
export class CompanyPlacementStatsArgs extends PlacementStatsArgs {
  @Field(() => PlacementRole, ROLE) role?: PlacementRole;
}
