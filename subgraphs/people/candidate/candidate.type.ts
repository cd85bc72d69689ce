import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import type { Viewer } from '../../../kit/viewer.js';
import { canSeeCandidate } from '../person/person.policy.js';

export const JlptLevel = defineEnum('JlptLevel', 'Level of the Japanese-Language Proficiency Test, N1 the highest.', {
  N1: 'Understands Japanese in a wide range of circumstances.',
  N2: 'Understands everyday Japanese and, to a degree, Japanese in other circumstances.',
  N3: 'Understands everyday Japanese to a degree.',
  N4: 'Understands basic Japanese; enough for SSW(i), with the skills test of the field.',
  N5: 'Understands some basic Japanese.',
});
export type JlptLevel = EnumValue<typeof JlptLevel>;

export const TestKind = defineEnum('TestKind', 'Which test was passed.', {
  SKILLS: 'The skills test of one field.',
  JLPT: 'Japanese-Language Proficiency Test.',
  JFT_BASIC: 'Japan Foundation Test for Basic Japanese, CEFR A2.',
});
export type TestKind = EnumValue<typeof TestKind>;

@ObjectType({
  implements: Node,
  description: 'A person as a candidate: registered by a sending organisation, with the tests passed so far.',
})
@Directive('@key(fields: "id")')
export class Candidate implements Node {
  /** A candidate is a person, and stands in the person's row. */
  readonly pk!: number;
  reference!: string;
  registeredBy!: string;

  @Field(() => ID, { description: 'Opaque, stable and unique across all types of the hub.' })
  id!: string;

  @Field(() => JlptLevel, { nullable: true, description: 'The highest JLPT level held; null where none is known.' })
  jlpt!: JlptLevel | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which JFT-Basic (A2) was passed; null where it was not.',
  })
  jftBasicOn!: string | null;

  @Field({ description: 'True for a candidate whom the sample generator made up.' })
  synthetic!: boolean;
}

@ObjectType({ description: 'A test that a candidate passed. Failed attempts are not kept.' })
export class TestResult {
  sectorCode!: string | null;

  @Field(() => TestKind, { description: 'Which test it is.' })
  test!: TestKind;

  @Field(() => String, {
    nullable: true,
    description: 'The level reached: "N4" for JLPT, "A2" for JFT-Basic, null for a skills test.',
  })
  level!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it was passed; null where only the level is known.',
  })
  passedOn!: string | null;
}

/** A person's own row as a candidate; null for a person who is none, as far as the viewer sees. */
export function asCandidate<Row extends { registeredBy: string | null }>(
  person: Row | null,
  viewer: Viewer,
): Row | null {
  return person && canSeeCandidate(viewer, person.registeredBy) ? { ...person } : null;
}
