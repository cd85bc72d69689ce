import { sql } from 'kysely';
import { ArgsType, Field } from 'type-graphql';
import { by, defineFilter, type FilterValue } from '../../../kit/list/filter.js';
import { IntakeStatus, Ministry } from './sector.type.js';

export const sectorFilter = defineFilter('SectorFilter', 'Which sectors. Everything given must hold.', {
  code: by.key('code', 'By code.'),
  name: by.text(
    (table) => sql`concat_ws(' ', ${table.column('nameEn')}, ${table.column('nameJa')}, ${table.column('nameUr')})`,
    'By name, in any of its languages.',
  ),
  sswField: by.boolean('sswField', 'Whether it is an SSW field.'),
  ssw2: by.boolean('ssw2', 'Whether SSW(ii) exists in it.'),
  ministry: by.oneOf('Ministry', Ministry, 'ministry', 'By the ministry in charge.'),
  intakeStatus: by.oneOf('IntakeStatus', IntakeStatus, 'intakeStatus', 'By the state of its intake.'),
});

@ArgsType()
export class SectorsArgs {
  @Field(() => sectorFilter.input, { nullable: true, description: 'Which sectors; without it, all.' })
  filter?: FilterValue;
}
