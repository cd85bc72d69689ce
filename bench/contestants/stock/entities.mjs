import { defineEntity, p } from '@mikro-orm/postgresql';

const table = (schema, tableName, properties) =>
  defineEntity({
    name: `${schema}.${tableName}`,
    schema,
    tableName,
    properties: { pk: p.integer().primary(), ...properties },
  });
const text = () => p.text().nullable();
const date = () => p.date().nullable();

export const Sector = table('sectors', 'sector', {
  code: p.text(),
  position: p.integer(),
  name: p.text().fieldName('name_en'),
  sswField: p.boolean(),
});

export const Ceiling = table('sectors', 'ceiling', {
  sectorCode: p.text(),
  value: p.integer(),
  from: p.date().fieldName('valid_from'),
  until: p.date().fieldName('valid_until'),
  decidedOn: p.date(),
});

export const Company = table('companies', 'company', {
  slug: p.text(),
  name: text().fieldName('name_en'),
  country: text(),
  website: text(),
});

export const Person = table('people', 'person', {
  reference: p.text(),
  familyName: text(),
  givenName: text(),
  nameNative: text(),
});

export const Placement = table('people', 'placement', {
  reference: p.text(),
  personPk: p.integer(),
  sendingCompany: text(),
  acceptingCompany: text(),
  supportCompany: text(),
  sectorCode: p.text(),
  occupation: text(),
  statusOfResidence: text(),
  state: p.text(),
  stateSince: date(),
  prefecture: text(),
  salaryJpyMonth: p.integer().nullable(),
  registeredOn: date(),
  coeNumber: text(),
  coeAppliedOn: date(),
  coeIssuedOn: date(),
  coeExpiresOn: date(),
  visaExpiresOn: date(),
  startedOn: date(),
  residenceUntil: date(),
  ssw1LimitOn: date().fieldName('ssw1_limit_on'),
  endedOn: date(),
  endReason: text(),
});

export const TradeEvent = table('trade_events', 'trade_event', {
  slug: p.text(),
  name: text().fieldName('name_en'),
  startsOn: date(),
  synthetic: p.boolean(),
});

export const Contract = table('trade_events', 'contract', {
  reference: p.text(),
  eventSlug: p.text(),
  exhibitorSlug: p.text(),
  buyerSlug: text(),
  state: p.text(),
  currency: text(),
  reportedValue: p.decimal().nullable(),
});
