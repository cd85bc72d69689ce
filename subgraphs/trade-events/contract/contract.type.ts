import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { ContractState } from './contract.states.js';

export const ServiceCategory = defineEnum('ServiceCategory', 'The category of the service that a contract is about.', {
  OFFSHORE_DEVELOPMENT: 'Software is developed in Pakistan for a customer abroad.',
  PRODUCT: 'A software product is licensed or sold.',
  CLOUD: 'Cloud migration, hosting or operation.',
  AI_DATA: 'Artificial intelligence, data analysis or data preparation.',
  CYBERSECURITY: 'Security testing, monitoring or advice.',
  EMBEDDED: 'Software inside devices, vehicles or machines.',
  STAFFING: 'Engineers work at the customer’s site.',
  OTHER: 'Something else.',
});
export type ServiceCategory = EnumValue<typeof ServiceCategory>;

@ObjectType({
  implements: Node,
  description:
    'A contract that an exhibitor won at an event, or a lead towards one. It has three different values: the value that the exhibitor reported, the value that a document proves, and the amount that was paid.',
})
@Directive('@key(fields: "id")')
export class Contract implements Node {
  readonly pk!: number;
  eventSlug!: string;
  exhibitorSlug!: string;
  buyerSlug!: string | null;
  sectorCode!: string | null;
  currency!: string | null;
  reportedValue!: string | null;
  evidencedValue!: string | null;
  realisedValue!: string | null;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field({
    description: 'The readable key of the contract, from the spreadsheet of the pavilion team. It never changes.',
  })
  reference!: string;

  @Field(() => ContractState, { description: 'How far the contract has come.' })
  state!: ContractState;

  @Field(() => String, {
    nullable: true,
    description:
      'The prefecture of the buyer in Japan, as an ISO 3166-2 code: for example "JP-13" for Tokyo. Null if unknown.',
  })
  buyerPrefecture!: string | null;

  @Field(() => ServiceCategory, { nullable: true, description: 'The category of the service. Null if unknown.' })
  serviceCategory!: ServiceCategory | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which the two firms first talked. Null if unknown.',
  })
  leadOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day of signature: of the contract or, before it is signed, of the letter of intent or memorandum of understanding. Null if nothing is signed or the day is unknown.',
  })
  signedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of months from the last day of the event to the signature, rounded up. 0 means up to the last day, 1 means up to one month after it, and so on: filter by `lte: 12` for "within 12 months". Null if one of the two days is unknown, or if the contract is not signed.',
  })
  monthsToSignature!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The document that proves the contract: its web address or its name. Null if none is known.',
  })
  evidence!: string | null;

  @Field({ description: 'True if the sample generator made this contract up. No such contract exists.' })
  synthetic!: boolean;
}
