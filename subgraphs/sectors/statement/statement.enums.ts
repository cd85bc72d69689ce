import { defineEnum, type EnumValue } from '../../../kit/schema/enum.js';

export const StatementOperator = defineEnum('StatementOperator', 'How the value is to be read.', {
  EQ: 'Exactly the value.',
  GT: 'More than the value; the value itself is the lower bound that the source gives.',
  APPROX: 'About the value, as the source itself words it.',
});
export type StatementOperator = EnumValue<typeof StatementOperator>;

export const StatementSubjectType = defineEnum('StatementSubjectType', 'What kind of thing a statement is about.', {
  SECTOR: 'A sector; its key is the code.',
  PROGRAMME: 'A programme; its key is the code.',
  COMPANY: 'A company or public body; its key is the slug.',
  TRADE_EVENT: 'A trade fair or meeting; its key is the slug.',
  AGREEMENT: 'An agreement; its key is the slug.',
  PERSON: 'An office holder; the key is the reference.',
});
export type StatementSubjectType = EnumValue<typeof StatementSubjectType>;

export const StaterType = defineEnum('StaterType', 'What kind of party made a statement.', {
  PERSON: 'A person; the key is the reference.',
  COMPANY: 'A company or public body; its key is the slug.',
});
export type StaterType = EnumValue<typeof StaterType>;
