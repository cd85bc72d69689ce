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
    `those of them who are counted under ${nationality === 'other' ? 'other nationalities' : capitalised(nationality)}`,
  ]),
);

/** Every predicate that a statement may have, and what its value says. */
export const PREDICATES: Readonly<Record<string, string>> = {
  // Numbers that decisions, counts and speakers give
  'acceptance-ceiling': 'the most workers that the Cabinet lets a sector or a programme admit',
  'combined-acceptance-ceiling': 'that limit for SSW and Ikusei Shuro together',
  'ssw-holders': 'people in Japan who hold SSW(i) or SSW(ii)',
  'ssw1-holders': 'people in Japan who hold SSW(i)',
  ...holdersByNationality,
  'ssw2-holders': 'people in Japan who hold SSW(ii)',
  'workers-needed': 'workers that Japan is said to need',
  'worker-shortage': 'workers that Japan is said to lack',
  'ceiling-headroom': 'what is left of the acceptance ceiling once the residents are taken off',
  'sectors-in-demand': 'sectors in which workers are said to be in demand',
  'field-count': 'fields that a programme or an agreement covers',
  'fields-added': 'fields by which the scope was extended',
  'residence-limit': 'how long a person may stay under SSW(i) in total',
  'firms-with-contracts': 'exhibitors that secured contracts at an event',
  'contract-value': 'what the contracts secured at an event are worth together',
  attendance: 'people who attended an event',
  // Sectors and programmes
  'ssw-field': 'whether a sector is an SSW field: true or false',
  'ssw2-available': 'whether SSW(ii) exists in a field: true or false',
  ministry: 'the Japanese ministry in charge',
  'status-of-residence': 'the status of residence that workers of a sector hold',
  'intake-status': 'the state of a sector’s intake',
  'coe-issuance-suspended-from': 'the first day whose applications from abroad get no Certificate of Eligibility',
  'offshore-work': 'work that Pakistani experts do for Japan',
  'first-field': 'the field in which a programme began',
  'field-added': 'a field that a decision added',
  'starts-on': 'the day on which a programme begins',
  'test-required': 'a test that applicants have to pass',
  'further-interest': 'who else is said to be interested',
  // Agreements
  'renewed-between': 'who renewed an agreement with whom',
  'signed-at': 'the slug of the event at which an agreement was signed',
  'signed-on': 'the day of signature',
  signatory: 'who signed, and in what office',
  'field-named': 'a field that the source names among those covered, in its own word',
  // Events
  'held-on': 'the days of an event, as an ISO 8601 interval where there are several',
  venue: 'where an event took place',
  organiser: 'who organised an event',
  // Companies and office holders
  'name-as-published': 'a name as the source spells it',
  'legal-name': 'the registered name of a company',
  'legal-form': 'what kind of body a company is',
  'founded-in': 'the year of foundation',
  headquarters: 'where a company has its seat',
  president: 'who heads a company',
  'leading-in': 'a field of work in which a company is named among the leaders',
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
