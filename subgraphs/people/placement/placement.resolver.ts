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
    description: 'Returns one placement by its id or its reference. Null if there is none, or none that you may see.',
  })
  placement(@Args() args: PlacementArgs, @Ctx() { loaders }: PeopleContext, @Info() info: GraphQLResolveInfo) {
    return findOne('Placement', 'reference', { ...args }, (key) => loaders.placementByReference.load(key, info));
  }

  @Query(() => PlacementConnection, {
    nullable: true,
    description: 'Lists the placements that you may see. By default those that started last come first.',
  })
  placements(@Args() args: PlacementsArgs, @Ctx() { loaders }: PeopleContext) {
    return loaders.placements(args);
  }

  @FieldResolver(() => ID)
  id(@Root() { reference }: Placement) {
    return globalId('Placement', reference);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'The worker, who is a candidate until departure. Null if you may not see the person.',
  })
  person(@Root() { personPk, person }: Placement, @Ctx() { loaders }: PeopleContext) {
    return person === undefined ? loaders.personByPk.load(personPk) : person;
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'The sector of the job.' })
  sector(@Root() { sectorCode }: Placement) {
    return { code: sectorCode };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The sending organisation, which recruits the worker in Pakistan. Null if unknown.',
  })
  sendingCompany(@Root() { sendingCompany }: Placement) {
    return sendingCompany && { slug: sendingCompany };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The accepting employer in Japan. Null if none is known.',
  })
  acceptingCompany(@Root() { acceptingCompany }: Placement) {
    return acceptingCompany && { slug: acceptingCompany };
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description:
      'The registered support organisation, which supports the worker in Japan on behalf of the employer. Null if none is known.',
  })
  supportCompany(@Root() { supportCompany }: Placement) {
    return supportCompany && { slug: supportCompany };
  }

  @FieldResolver(() => [PlacementEvent], { description: 'The history of the placement, the first step first.' })
  async events(@Root() { pk }: Placement, @Ctx() { loaders }: PeopleContext) {
    return unfold(await loaders.eventsByPlacement.load(pk));
  }
}
