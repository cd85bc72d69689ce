const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const columns = (names) => names.split(' ').map((name) => (camel(name) === name ? name : `${name} as ${camel(name)}`));

/** What is read of each table, whatever was asked for. */
export const SECTOR = [...columns('code ssw_field'), 'name_en as name'];
export const CEILING = [...columns('value decided_on'), 'valid_from as from', 'valid_until as until'];
export const COMPANY = [...columns('slug country website'), 'name_en as name'];
export const EVENT = [...columns('slug starts_on'), 'name_en as name'];
export const PERSON = columns('reference family_name given_name name_native');
export const CONTRACT = columns('pk reference state reported_value currency event_slug exhibitor_slug');
export const PLACEMENT = columns(
  `pk reference state state_since occupation status_of_residence prefecture salary_jpy_month registered_on coe_number coe_applied_on
  coe_issued_on coe_expires_on visa_expires_on started_on residence_until ssw1_limit_on ended_on end_reason person_pk sector_code
  sending_company accepting_company support_company`.replace(/\s+/g, ' '),
);
