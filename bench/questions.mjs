/**
 * The seven questions of the table, each as the hub is asked it and as whom. Whoever else answers gives the same data in the same
 * shape. Nothing is asked for of which the hub keeps a record, because no other contestant would.
 */
const admin = { role: 'ADMIN' };
const ministry = { role: 'MINISTRY' };
const anybody = { role: 'PUBLIC' };
const partner = (company) => ({ role: 'PARTNER', company });

const PLACEMENT_ROW = `
      reference state startedOn residenceUntil
      person { reference familyName givenName }
      acceptingCompany { slug name }
      sector { code name }`;

/** An order that a plain index serves for everybody, rows without a day last; the other way round only the hub could use one. */
const EARLIEST = 'orderBy: [{ field: STARTED_ON, direction: ASC }]';

/** @param {import('./lib/rows.mjs').Rows} rows whom and what the questions are about */
export function questionsOn(rows) {
  return [
    {
      name: 'P1',
      title: 'sectors with ceilings',
      viewer: anybody,
      query: '{ sectors { code name sswField ceilings { value from until decidedOn } } }',
      variables: {},
    },
    {
      name: 'P2',
      title: 'first 50 placements of a sending company, with person, accepting company, sector',
      viewer: partner(rows.sender),
      query: `query P2($slug: String!) {
  company(slug: $slug) {
    slug name
    placements(role: SENDING, ${EARLIEST}, first: 50) { nodes {${PLACEMENT_ROW} } pageInfo { hasNextPage } }
  }
}`,
      variables: { slug: rows.sender },
    },
    {
      name: 'P3',
      title: 'company page: 10 placements, 5 contracts with event, both counts by state',
      viewer: partner(rows.exhibitor),
      query: `query P3($slug: String!) {
  company(slug: $slug) {
    slug name country website
    placements(role: SENDING, ${EARLIEST}, first: 10) { nodes {${PLACEMENT_ROW} } }
    contracts(role: EXHIBITOR, first: 5) {
      nodes { reference state reportedValue { amount currency } event { slug name startsOn } }
    }
    placementStats(role: SENDING, groupBy: [STATE]) { state count }
    contractStats(role: EXHIBITOR, groupBy: [STATE]) { state count }
  }
}`,
      variables: { slug: rows.exhibitor },
    },
    {
      name: 'P4',
      title: '12 events, top 5 contracts by value each, exhibitor, its 3 latest placements with sector',
      viewer: admin,
      query: `{
  tradeEvents(filter: { synthetic: { eq: true } }, orderBy: [{ field: STARTS_ON, direction: DESC }], first: 12) {
    nodes {
      slug name startsOn
      contracts(first: 5) {
        nodes {
          reference state reportedValue { amount currency }
          exhibitor {
            slug name
            placements(role: SENDING, first: 3) { nodes { reference state startedOn sector { code name } } }
          }
        }
      }
    }
  }
}`,
      variables: {},
    },
    {
      name: 'P5',
      title: 'contracts of one event by state and currency',
      viewer: ministry,
      query: `query P5($slug: String!) {
  tradeEvent(slug: $slug) { slug contractStats(groupBy: [STATE, CURRENCY]) { state currency count reportedValue } }
}`,
      variables: { slug: rows.event },
    },
    {
      name: 'P6',
      title: '50 placements after a cursor 70 % into those of the largest sector that have begun',
      viewer: admin,
      query: `query P6($sector: String!, $after: String) {
  placements(filter: { sector: { eq: $sector } }, ${EARLIEST}, first: 50, after: $after) {
    nodes {${PLACEMENT_ROW} }
    pageInfo { hasNextPage }
  }
}`,
      variables: { sector: rows.sector },
      /** The row after which the page begins; each contestant has cursors of its own. */
      after: rows.deep,
    },
    {
      name: 'P7',
      title: 'one placement by reference with everything joined',
      viewer: partner(rows.sender),
      query: `query P7($reference: String!) {
  placement(reference: $reference) {
    reference state stateSince occupation statusOfResidence prefecture salaryJpyMonth registeredOn coeNumber coeAppliedOn
    coeIssuedOn coeExpiresOn visaExpiresOn startedOn residenceUntil ssw1LimitOn endedOn endReason
    person { reference familyName givenName nameNative }
    sector { code name sswField }
    sendingCompany { slug name country }
    acceptingCompany { slug name country }
    supportCompany { slug name country }
  }
}`,
      variables: { reference: rows.placement },
    },
  ];
}
