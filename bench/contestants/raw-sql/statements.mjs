const SECTOR = `json_build_object('code', s.code, 'name', s.name_en)`;
const company = (alias, more = '') =>
  `case when ${alias}.slug is not null then json_build_object('slug', ${alias}.slug, 'name', ${alias}.name_en${more}) end`;

/** Rows of placements, whose page \`p\` was cut before anything was joined. */
const PLACEMENT_ROWS = `
  select coalesce(json_agg(json_build_object(
    'reference', p.reference, 'state', p.state, 'startedOn', p.started_on, 'residenceUntil', p.residence_until,
    'person', json_build_object('reference', w.reference, 'familyName', w.family_name, 'givenName', w.given_name),
    'acceptingCompany', ${company('a')}, 'sector', ${SECTOR}
  ) order by p.n) filter (where p.n <= $SIZE), '[]') as nodes, count(*) > $SIZE as more
  from page p
  join people.person w on w.pk = p.person_pk
  left join companies.company a on a.slug = p.accepting_company
  join sectors.sector s on s.code = p.sector_code`;

const placementRows = (size) => PLACEMENT_ROWS.replaceAll('$SIZE', String(size));

const COLUMNS = 'reference, state, started_on, residence_until, person_pk, accepting_company, sector_code';

const earliest = (where, size) => `
  select *, row_number() over () as n from (
    select ${COLUMNS} from people.placement where ${where} order by started_on, pk limit ${size}) page`;

const latest = (where, size) => `
  select * from people.placement where ${where} order by started_on desc nulls last, pk desc limit ${size}`;

const MONEY = `case when c.reported_value is not null and c.currency is not null
  then json_build_object('amount', c.reported_value::text, 'currency', c.currency) end`;

const byValue = (where, size) => `
  select * from trade_events.contract where ${where} order by reported_value desc nulls last, pk desc limit ${size}`;

const ORDER_OF_VALUE = 'c.reported_value desc nulls last, c.pk desc';

const P1 = `
  select json_build_object('sectors', json_agg(json_build_object(
    'code', s.code, 'name', s.name_en, 'sswField', s.ssw_field,
    'ceilings', coalesce(c.list, '[]')) order by s.position))::text
  from sectors.sector s left join (
    select sector_code, json_agg(json_build_object(
      'value', value, 'from', valid_from, 'until', valid_until, 'decidedOn', decided_on) order by decided_on desc, pk) as list
    from sectors.ceiling group by 1) c on c.sector_code = s.code`;

const P2 = `
  with page as (${earliest('sending_company = $1', 51)}), answer as (${placementRows(50)})
  select json_build_object('company', json_build_object('slug', o.slug, 'name', o.name_en, 'placements',
    json_build_object('nodes', answer.nodes, 'pageInfo', json_build_object('hasNextPage', answer.more))))::text
  from companies.company o, answer where o.slug = $1`;

const P3 = `
  with page as (${earliest('sending_company = $1', 10)}), answer as (${placementRows(10)})
  select json_build_object('company', json_build_object(
    'slug', o.slug, 'name', o.name_en, 'country', o.country, 'website', o.website,
    'placements', json_build_object('nodes', answer.nodes),
    'contracts', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('reference', c.reference, 'state', c.state, 'reportedValue', ${MONEY},
        'event', json_build_object('slug', e.slug, 'name', e.name_en, 'startsOn', e.starts_on)) order by ${ORDER_OF_VALUE}), '[]')
      from (${byValue('exhibitor_slug = $1', 5)}) c join trade_events.trade_event e on e.slug = c.event_slug)),
    'placementStats', (select coalesce(json_agg(json_build_object('state', state, 'count', count)), '[]') from (
      select state, count(*) from people.placement where sending_company = $1 group by 1) stats),
    'contractStats', (select coalesce(json_agg(json_build_object('state', state, 'count', count)), '[]') from (
      select state, count(*) from trade_events.contract where exhibitor_slug = $1 group by 1) stats)))::text
  from companies.company o, answer where o.slug = $1`;

const P4 = `
  with top as materialized (
    select e.slug as event, e.name_en as event_name, e.starts_on, e.pk as event_pk, c.*
    from (select * from trade_events.trade_event where synthetic order by starts_on desc nulls last, pk desc limit 12) e
    cross join lateral (${byValue('event_slug = e.slug', 5)}) c
  ), exhibitor as materialized (
    select o.slug, json_build_object('slug', o.slug, 'name', o.name_en, 'placements', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('reference', p.reference, 'state', p.state, 'startedOn', p.started_on,
        'sector', ${SECTOR}) order by p.started_on desc nulls last, p.pk desc), '[]')
      from (${latest('sending_company = o.slug', 3)}) p join sectors.sector s on s.code = p.sector_code))) as answer
    from (select distinct exhibitor_slug from top) winner join companies.company o on o.slug = winner.exhibitor_slug
  ), event as (
    select c.event, c.event_name, c.starts_on, c.event_pk, json_agg(json_build_object(
      'reference', c.reference, 'state', c.state, 'reportedValue', ${MONEY}, 'exhibitor', x.answer) order by ${ORDER_OF_VALUE}) as list
    from top c left join exhibitor x on x.slug = c.exhibitor_slug group by 1, 2, 3, 4
  )
  select json_build_object('tradeEvents', json_build_object('nodes', json_agg(json_build_object(
    'slug', event, 'name', event_name, 'startsOn', starts_on, 'contracts', json_build_object('nodes', list))
    order by starts_on desc nulls last, event_pk desc)))::text
  from event`;

const P5 = `
  select json_build_object('tradeEvent', json_build_object('slug', $1::text, 'contractStats', json_agg(json_build_object(
    'state', state, 'currency', currency, 'count', count, 'reportedValue', sum::text))))::text
  from (select state, currency, count(*), sum(reported_value) from trade_events.contract where event_slug = $1 group by 1, 2) stats`;

/** The rest of the day, then later days, then those without one. */
const BEYOND = [
  ['started_on = $2 and pk > $3', 'pk'],
  ['started_on > $2', 'started_on, pk'],
  ['started_on is null', 'pk'],
].map(
  ([where, order]) =>
    `(select ${COLUMNS} from people.placement where sector_code = $1 and ${where} order by ${order} limit 51)`,
);

const P6 = `
  with page as (select *, row_number() over () as n from (${BEYOND.join(' union all ')}) ranges limit 51),
  answer as (${placementRows(50)})
  select json_build_object('placements',
    json_build_object('nodes', nodes, 'pageInfo', json_build_object('hasNextPage', more)))::text
  from answer`;

const P7 = `
  select json_build_object('placement', json_build_object(
    'reference', p.reference, 'state', p.state, 'stateSince', p.state_since, 'occupation', p.occupation,
    'statusOfResidence', p.status_of_residence, 'prefecture', p.prefecture, 'salaryJpyMonth', p.salary_jpy_month,
    'registeredOn', p.registered_on, 'coeNumber', p.coe_number, 'coeAppliedOn', p.coe_applied_on,
    'coeIssuedOn', p.coe_issued_on, 'coeExpiresOn', p.coe_expires_on, 'visaExpiresOn', p.visa_expires_on,
    'startedOn', p.started_on, 'residenceUntil', p.residence_until, 'ssw1LimitOn', p.ssw1_limit_on,
    'endedOn', p.ended_on, 'endReason', p.end_reason,
    'person', json_build_object('reference', w.reference, 'familyName', w.family_name, 'givenName', w.given_name, 'nameNative', w.name_native),
    'sector', json_build_object('code', s.code, 'name', s.name_en, 'sswField', s.ssw_field),
    'sendingCompany', ${company('o', `, 'country', o.country`)}, 'acceptingCompany', ${company('a', `, 'country', a.country`)},
    'supportCompany', ${company('h', `, 'country', h.country`)}))::text
  from people.placement p
  join people.person w on w.pk = p.person_pk
  join sectors.sector s on s.code = p.sector_code
  left join companies.company o on o.slug = p.sending_company
  left join companies.company a on a.slug = p.accepting_company
  left join companies.company h on h.slug = p.support_company
  where p.reference = $1`;

const bySlug = ({ slug }) => [slug];

/** The statement of each question and how its parameters come out of the variables. */
export const STATEMENTS = {
  P1: { text: P1, values: () => [] },
  P2: { text: P2, values: bySlug },
  P3: { text: P3, values: bySlug },
  P4: { text: P4, values: () => [] },
  P5: { text: P5, values: bySlug },
  P6: { text: P6, values: ({ sector, after }) => [sector, after.startedOn, after.pk] },
  P7: { text: P7, values: ({ reference }) => [reference] },
};
