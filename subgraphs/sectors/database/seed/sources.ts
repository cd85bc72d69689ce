interface SourceFact {
  key: string;
  title: string;
  publisher: string;
  url?: string;
  publishedOn?: string;
  note?: string;
}

const FRONT_PAGE = 'The address is that of the site; the hub keeps no address of the page itself.';

/** Where the seeded statements come from. A title in our own words says so in its note. */
const sources: SourceFact[] = [
  {
    key: 'bloompakistan-2025-05',
    title: 'Report on the Pakistan–Japan Human Resources Stakeholders Meeting',
    publisher: 'bloompakistan.com',
    url: 'https://bloompakistan.com',
    note: `Published in May 2025, the day unknown; the title is our description, and locators count its sentences. ${FRONT_PAGE}`,
  },
  {
    key: 'cabinet-decision-2024-03-29',
    title: 'Cabinet decision of 29 March 2024 on the Specified Skilled Worker fields and their ceilings',
    publisher: 'Cabinet of Japan',
    publishedOn: '2024-03-29',
    note: 'The title is our description of the decision.',
  },
  {
    key: 'nippon-yjj2026012300523',
    title: 'News report on the Cabinet decision of 23 January 2026 on foreign workers',
    publisher: 'nippon.com',
    url: 'https://www.nippon.com',
    note: `Item yjj2026012300523; the title is our description. ${FRONT_PAGE}`,
  },
  {
    key: 'isa-03-00176',
    title: 'Notice on Certificates of Eligibility in the food service field',
    publisher: 'Immigration Services Agency of Japan',
    note: 'Page 03_00176 of the agency’s website; the title is our description.',
  },
  {
    key: 'viet-jo',
    title: 'Report on the number of Specified Skilled Workers at the end of June 2025',
    publisher: 'viet-jo.com',
    url: 'https://www.viet-jo.com',
    note: `The title is our description. ${FRONT_PAGE}`,
  },
  {
    key: 'islamabadpost',
    title: 'Report on the stakeholders meeting at the residence of the Ambassador of Japan',
    publisher: 'islamabadpost.com.pk',
    url: 'https://islamabadpost.com.pk',
    note: `The title is our description. ${FRONT_PAGE}`,
  },
  {
    key: 'zameen',
    title: 'Report on the Pakistani firms at Japan IT Week in April 2025',
    publisher: 'zameen.com',
    url: 'https://www.zameen.com',
    note: `The title is our description. ${FRONT_PAGE}`,
  },
  {
    key: 'plusw-website',
    title: 'Website of Plus W Inc.',
    publisher: 'Plus W Inc.',
    url: 'https://plusw.co.jp',
  },
  {
    key: 'ppinewsagency',
    title: 'Report on the Japan–Pakistan memorandum of cooperation on Specified Skilled Workers',
    publisher: 'ppinewsagency.com',
    url: 'https://ppinewsagency.com',
    note: `The title is our description. ${FRONT_PAGE}`,
  },
  {
    key: 'founding-notes',
    title: 'Notes on the corridor that the hub was founded on',
    publisher: 'Corridor Hub',
    note: 'Handed to the editors and not published. Holds what its authors give as settled without naming the document that settles it.',
  },
  {
    key: 'hub-notes',
    title: 'Notes of the hub’s editors',
    publisher: 'Corridor Hub',
    note: 'Holds what the hub concluded itself, and what it was told without a document that settles it.',
  },
];

export const sourceRows = sources.map((source) => ({ url: null, publishedOn: null, note: null, ...source }));
