import { sql } from 'kysely';
import { ArgsType, Field } from 'type-graphql';
import { by, defineFilter, type FilterValue } from '../../../kit/list/filter.js';
import { IntakeStatus, Ministry } from './sector.type.js';

export const sectorFilter = defineFilter(
  'SectorFilter',
  'Selects sectors. A sector must match every field that you set.',
  {
    code: by.key('code', 'By code, for example "nursing-care".'),
    name: by.text(
      (table) => sql`concat_ws(' ', ${table.column('nameEn')}, ${table.column('nameJa')}, ${table.column('nameUr')})`,
      'By name, in any of the languages that the hub knows it in.',
    ),
    sswField: by.boolean(
      'sswField',
      '`true` for the fields of the Specified Skilled Worker programme (SSW), `false` for the other sectors.',
    ),
    ssw2: by.boolean(
      'ssw2',
      '`true` for sectors in which workers can move on to SSW(ii), the second level of Specified Skilled Worker.',
    ),
    ministry: by.oneOf('Ministry', Ministry, 'ministry', 'By the ministry in charge.'),
    intakeStatus: by.oneOf(
      'IntakeStatus',
      IntakeStatus,
      'intakeStatus',
      'By whether it admits new SSW(i) workers from abroad.',
    ),
  },
);

@ArgsType()
export class SectorsArgs {
  @Field(() => sectorFilter.input, { nullable: true, description: 'Selects sectors. Without it, you get all of them.' })
  filter?: FilterValue;
}
