import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';
import { Node } from '../../../kit/schema/node.js';
import { CalendarDate } from '../../../kit/schema/scalars.js';
import type { Viewer } from '../../../kit/viewer.js';
import { canSeeCandidate } from '../person/person.policy.js';

export const JlptLevel = defineEnum(
  'JlptLevel',
  'A level of the Japanese-Language Proficiency Test (JLPT). N1 is the highest, N5 the lowest.',
  {
    N1: 'Understands Japanese in a wide range of circumstances.',
    N2: 'Understands everyday Japanese and, to a degree, Japanese in other circumstances.',
    N3: 'Understands everyday Japanese to a degree.',
    N4: 'Understands basic Japanese. Together with the skills test of the field it is enough for SSW(i), the first level of Specified Skilled Worker.',
    N5: 'Understands some basic Japanese.',
  },
);
export type JlptLevel = EnumValue<typeof JlptLevel>;

export const TestKind = defineEnum('TestKind', 'The kind of test.', {
  SKILLS: 'The skills test of one SSW field, for example nursing care. SSW is the programme Specified Skilled Worker.',
  JLPT: 'The Japanese-Language Proficiency Test (JLPT).',
  JFT_BASIC:
    'The Japan Foundation Test for Basic Japanese (JFT-Basic). It shows level A2 of the Common European Framework of Reference for Languages (CEFR).',
});
export type TestKind = EnumValue<typeof TestKind>;

@ObjectType({
  implements: Node,
  description:
    'A person whom a sending organisation registered for a job in Japan, with the tests that the person has passed.',
})
@Directive('@key(fields: "id")')
export class Candidate implements Node {
  /** A candidate is a person: this is the key of the person's row. */
  readonly pk!: number;
  reference!: string;
  registeredBy!: string;

  @Field(() => ID, {
    description:
      'The id of the object, unique across all types. It never changes. Do not parse it: its format may change.',
  })
  id!: string;

  @Field(() => JlptLevel, {
    nullable: true,
    description: 'The highest level passed in the Japanese-Language Proficiency Test (JLPT). Null if none is known.',
  })
  jlpt!: JlptLevel | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day on which the candidate passed the Japan Foundation Test for Basic Japanese (JFT-Basic). Null if the candidate did not pass it.',
  })
  jftBasicOn!: string | null;

  @Field({ description: 'True if the sample generator made this candidate up.' })
  synthetic!: boolean;
}

@ObjectType({ description: 'A test that a candidate passed. The hub keeps no failed attempts.' })
export class TestResult {
  sectorCode!: string | null;

  @Field(() => TestKind, { description: 'The kind of test.' })
  test!: TestKind;

  @Field(() => String, {
    nullable: true,
    description: 'The level passed: for example "N4" for the JLPT, "A2" for JFT-Basic. Null for a skills test.',
  })
  level!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which the test was passed. Null if only the level is known.',
  })
  passedOn!: string | null;
}

/** The row of a person as a candidate. Null if the person is not a candidate, or if the viewer may not see it. */
export function asCandidate<Row extends { registeredBy: string | null }>(
  person: Row | null,
  viewer: Viewer,
): Row | null {
  return person && canSeeCandidate(viewer, person.registeredBy) ? { ...person } : null;
}
