import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const StatementOperator = defineEnum(
  'StatementOperator',
  'How to read the value: exactly, as a lower bound, or about.',
  {
    EQ: 'Exactly the value.',
    GT: 'More than the value, for example "over USD 600,000".',
    APPROX: 'About the value, for example "around 820,000". The source itself says that it is approximate.',
  },
);
export type StatementOperator = EnumValue<typeof StatementOperator>;

export const StatementSubjectType = defineEnum('StatementSubjectType', 'The kind of thing that a statement is about.', {
  SECTOR: 'A sector. Its key is the code.',
  PROGRAMME: 'A programme. Its key is the code.',
  COMPANY: 'A company or public body. Its key is the slug.',
  TRADE_EVENT: 'A trade fair or meeting. Its key is the slug.',
  AGREEMENT: 'An agreement. Its key is the slug.',
  PERSON: 'An office holder. The key is the reference.',
});
export type StatementSubjectType = EnumValue<typeof StatementSubjectType>;

export const StaterType = defineEnum('StaterType', 'The kind of party that made a statement.', {
  PERSON: 'A person. The key is the reference.',
  COMPANY: 'A company or public body. Its key is the slug.',
});
export type StaterType = EnumValue<typeof StaterType>;
