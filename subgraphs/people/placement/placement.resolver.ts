import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { findOne } from '../../../kit/schema/find-one.js';
import { globalId } from '../../../kit/schema/global-id.js';
import { Company } from '../company/company.stub.js';
import type { PeopleContext } from '../context.js';
import { Person } from '../person/person.type.js';
import { Sector } from '../sector/sector.stub.js';
import { unfold } from './placement.history.js';
import { PlacementArgs, PlacementsArgs } from './placement.input.js';
import { PlacementConnection } from './placement.list.js';
import { Placement, PlacementEvent } from './placement.type.js';

@Resolver(Placement)
export class PlacementResolver {
  @Query(() => Placement, {
    nullable: true,
    description: 'One placement by its id or reference; null where there is none.',
  })
  placement(@Args() args: PlacementArgs, @Ctx() { loaders }: PeopleContext, @Info() info: GraphQLResolveInfo) {
    return findOne('Placement', 'reference', { ...args }, (key) => loaders.placementByReference.load(key, info));
  }

  @Query(() => PlacementConnection, {
    nullable: true,
    description: 'The placements that the viewer sees, by default the last started first.',
  })
  placements(@Args() args: PlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placements(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { reference }: Placement) {
    return globalId('Placement', reference);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The worker.' })
  person(@Root() { personPk, person }: Placement, @Ctx() { loaders }: PeopleContext) {
    return person === undefined ? loaders.personByPk.load(personPk) : person;
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'The sector of the job.' })
  sector(@Root() { sectorCode }: Placement) {
    return { code: sectorCode };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The organisation that sends the worker.' })
  sendingCompany(@Root() { sendingCompany }: Placement) {
    return sendingCompany && { slug: sendingCompany };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The employer that accepts the worker.' })
  acceptingCompany(@Root() { acceptingCompany }: Placement) {
    return acceptingCompany && { slug: acceptingCompany };
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The organisation that supports the worker.' })
  supportCompany(@Root() { supportCompany }: Placement) {
    return supportCompany && { slug: supportCompany };
  }

  @FieldResolver(() => [PlacementEvent], { description: 'Its history, the first step first.' })
  async events(@Root() { pk }: Placement, @Ctx() { loaders }: PeopleContext) {
    return unfold(await loaders.eventsByPlacement.load(pk));
  }
}
