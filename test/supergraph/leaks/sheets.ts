/**
 * The sheets of two competitors, none of them real: Karakoram (firm A) and Indus (firm B) send; Sakura employs A's workers and Hikari
 * B's; Tomo supports one of A's. Every cell that is not for everybody has a text or number that stands nowhere else.
 */
export type Row = Readonly<Record<string, string>>;

const A = 'karakoram-manpower';
const B = 'indus-soft';

function person(n: number, reference: string, registeredBy: string, nationality: string): Row {
  return {
    reference,
    registered_by: registeredBy,
    family_name: `Fam${n}canary`,
    given_name: `Giv${n}canary`,
    name_native: `نام${n}کنری`,
    nationality,
    date_of_birth: `197${n}-03-0${n}`,
    passport_number: `ZQ77${n}30${n}`,
    cnic: `9911${n}-88776${n}5-${n}`,
    email: `mail${n}@canary.example`,
    phone: `+9230577${n}661${n}`,
    jft_basic_on: `201${n}-11-1${n}`,
    skills_tests: `nursing-care@201${n}-10-2${n}`,
  };
}

/** A's two workers and candidate; one whom A registered and B places; B's worker, candidate and the holder of an office. */
export const PEOPLE: readonly Row[] = [
  person(1, 'CANARY-PERSON-A1', A, 'NR'),
  person(2, 'CANARY-PERSON-A2', A, 'TV'),
  person(3, 'CANARY-PERSON-A3', A, 'KI'),
  person(4, 'CANARY-PERSON-AB', A, 'PW'),
  person(5, 'CANARY-PERSON-B1', B, 'MH'),
  person(6, 'CANARY-PERSON-B2', B, 'WS'),
  person(7, 'CANARY-PERSON-BO', B, 'VU'),
];

/** Whom a published source names. */
export const OFFICE_HOLDER = 'CANARY-PERSON-BO';

function placement(
  n: number,
  reference: string,
  worker: string,
  sending: string,
  accepting: string,
  support = '',
): Row {
  return {
    reference,
    person: worker,
    sending_company: sending,
    accepting_company: accepting,
    support_company: support,
    sector: 'nursing-care',
    occupation: `canary occupation ${n}`,
    status_of_residence: 'SSW1',
    state: 'RETURNED',
    prefecture: 'JP-23',
    salary_jpy_month: `9${n}71360${n}`,
    registered_on: `201${n}-01-0${n}`,
    coe_number: `COE-CANARY-${n}`,
    coe_applied_on: `201${n}-02-0${n}`,
    coe_issued_on: `201${n}-03-0${n}`,
    started_on: `201${n}-05-0${n}`,
    ended_on: `201${n}-08-0${n}`,
    end_reason: `canary reason ${n}`,
  };
}

export const PLACEMENTS: readonly Row[] = [
  placement(1, 'CANARY-PLACEMENT-A1', 'CANARY-PERSON-A1', A, 'sakura-care', 'tomo-support'),
  placement(2, 'CANARY-PLACEMENT-A2', 'CANARY-PERSON-A2', A, 'sakura-care'),
  placement(3, 'CANARY-PLACEMENT-B1', 'CANARY-PERSON-B1', B, 'hikari-foods'),
  placement(4, 'CANARY-PLACEMENT-BA', 'CANARY-PERSON-AB', B, 'hikari-foods'),
];

function contract(n: number, reference: string, exhibitor: string, buyer: string): Row {
  return {
    reference,
    event: 'japan-it-week-2025-spring',
    exhibitor,
    buyer,
    buyer_prefecture: 'JP-13',
    sector: 'it',
    service_category: 'CLOUD',
    state: 'SIGNED',
    currency: 'USD',
    reported_value: `73182${n}.51`,
    evidenced_value: `62173${n}.42`,
    realised_value: `51064${n}.33`,
    lead_on: `201${n}-06-1${n}`,
    signed_on: `201${n}-07-1${n}`,
    evidence: `canary-evidence-${n}.pdf`,
  };
}

/** A's, one of a third firm, and one in which B sells to A. */
export const CONTRACTS: readonly Row[] = [
  contract(1, 'CANARY-CONTRACT-A', A, 'sakura-care'),
  contract(2, 'CANARY-CONTRACT-H', 'hikari-foods', 'tomo-support'),
  contract(3, 'CANARY-CONTRACT-BA', B, A),
];
