import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import { ContractState } from './contract.states.js';

export const ServiceCategory = defineEnum('ServiceCategory', 'What a contract is about.', {
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
    'Business that an exhibitor won or sought at an event. Its three values are different figures: what the exhibitor reports, what a document supports, and what was paid.',
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

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field({ description: 'The key that people use, as the pavilion’s sheet gives it. It never changes once given.' })
  reference!: string;

  @Field(() => ContractState, { description: 'How far it has come.' })
  state!: ContractState;

  @Field(() => String, {
    nullable: true,
    description: 'The prefecture in Japan in which the buyer sits, ISO 3166-2, for example "JP-13" (Tokyo).',
  })
  buyerPrefecture!: string | null;

  @Field(() => ServiceCategory, { nullable: true, description: 'What it is about.' })
  serviceCategory!: ServiceCategory | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which the two firms first talked.' })
  leadOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day of signature: of the contract or, before there is one, of the letter of intent.',
  })
  signedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Months begun from the event’s last day to the signature: 0 until that day, 1 up to a month after it, and so on; so that `lte: 12` means within 12 months. Null where either day is unknown and before the contract is signed.',
  })
  monthsToSignature!: number | null;

  @Field(() => String, { nullable: true, description: 'The document that shows it: its address or its name.' })
  evidence!: string | null;

  @Field({ description: 'True for a row that the sample generator made up; no such contract exists.' })
  synthetic!: boolean;
}
