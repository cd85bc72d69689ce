/** The nationalities that the count of SSW(i) holders itemises; Pakistan is within `other`. */
export const ITEMISED_NATIONALITIES = [
  'vietnam',
  'indonesia',
  'myanmar',
  'philippines',
  'china',
  'nepal',
  'cambodia',
  'thailand',
  'other',
] as const;

const holdersByNationality = Object.fromEntries(
  ITEMISED_NATIONALITIES.map((nationality) => [
    `ssw1-holders-${nationality}`,
    `people in Japan with the status SSW(i), counted under ${nationality === 'other' ? '"other nationalities"' : capitalised(nationality)}`,
  ]),
);

/** Every predicate that a statement may have, and what its value says. */
export const PREDICATES: Readonly<Record<string, string>> = {
  // Numbers that decisions, counts and speakers give
  'acceptance-ceiling':
    'the largest number of workers that a sector or a programme may admit, by decision of the Japanese Cabinet',
  'combined-acceptance-ceiling':
    'the same limit for two programmes together: Specified Skilled Worker (SSW) and Employment for Skill Development (Ikusei Shuro)',
  'ssw-holders': 'people in Japan with the status SSW(i) or SSW(ii), the two levels of Specified Skilled Worker',
  'ssw1-holders': 'people in Japan with the status SSW(i)',
  ...holdersByNationality,
  'ssw2-holders': 'people in Japan with the status SSW(ii)',
  'workers-needed': 'workers that Japan needs, according to the speaker',
  'worker-shortage': 'workers that Japan lacks, according to the speaker',
  'ceiling-headroom': 'the acceptance ceiling minus the workers who already live in Japan',
  'sectors-in-demand': 'the number of sectors with demand for workers, according to the speaker',
  'field-count': 'the number of fields that a programme or an agreement covers',
  'fields-added': 'the number of fields that were added',
  'residence-limit': 'how long a person may stay in Japan under SSW(i) in total',
  'firms-with-contracts': 'the number of exhibitors that secured contracts at an event',
  'contract-value': 'the total value of the contracts that were secured at an event',
  attendance: 'the number of people who attended an event',
  // Sectors and programmes
  'ssw-field': 'whether a sector is an SSW field: `true` or `false`',
  'ssw2-available': 'whether workers in a field can move on to SSW(ii): `true` or `false`',
  ministry: 'the Japanese ministry in charge',
  'status-of-residence': 'the status of residence under which workers of a sector live in Japan',
  'intake-status': 'whether a sector admits new workers from abroad',
  'coe-issuance-suspended-from': 'the day from which applications from abroad get no Certificate of Eligibility (COE)',
  'offshore-work': 'work that Pakistani experts do for Japan',
  'first-field': 'the field in which a programme began',
  'field-added': 'a field that a decision added',
  'starts-on': 'the day on which a programme begins',
  'test-required': 'a test that applicants have to pass',
  'further-interest': 'who else is interested, according to the speaker',
  // Agreements
  'renewed-between': 'who renewed an agreement with whom',
  'signed-at': 'the slug of the event at which an agreement was signed',
  'signed-on': 'the day of signature',
  signatory: 'who signed, and in which office',
  'field-named': 'a field that an agreement covers, in the words of the source',
  // Events
  'held-on': 'the day of an event, or its days as an ISO 8601 interval',
  venue: 'where an event took place',
  organiser: 'who organised an event',
  // Companies and office holders
  'name-as-published': 'a name as the source spells it',
  'legal-name': 'the registered name of a company',
  'legal-form': 'the legal form of a company',
  'founded-in': 'the year in which a company was founded',
  headquarters: 'where the head office of a company is',
  president: 'who leads a company',
  'leading-in': 'a field of work in which a company is said to be among the leaders',
  'took-part-in': 'the slug of an event that a company took part in',
  office: 'the office that a person holds',
};

/** A description that lists the predicates. */
export function describePredicates(introduction: string): string {
  const lines = Object.entries(PREDICATES).map(([predicate, meaning]) => `- \`${predicate}\`: ${meaning}`);
  return [introduction, ...lines].join('\n');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
