/** The questions in PostGraphile's words, and how its answers read in the hub's. */
const EARLIEST = 'orderBy: [STARTED_ON_ASC, PK_ASC]';
const LATEST = 'orderBy: [STARTED_ON_DESC, PK_DESC]';
const BY_VALUE = 'orderBy: [REPORTED_VALUE_DESC, PK_DESC]';

const PLACEMENT_ROW = `
  reference state startedOn residenceUntil
  personByPersonPk { reference familyName givenName }
  accepter { slug nameEn }
  sector { code nameEn }`;

const GROUPS = 'groupedAggregates(groupBy: [STATE]) { keys distinctCount { pk } }';

export const QUERIES = {
  P1: `{
    allSectorsSectors(orderBy: [POSITION_ASC]) {
      nodes {
        code nameEn sswField
        ceilings(orderBy: [DECIDED_ON_DESC, PK_ASC]) { nodes { value validFrom validUntil decidedOn } }
      }
    }
  }`,
  P2: `query P2($slug: String!) {
    companiesCompanyBySlug(slug: $slug) {
      slug nameEn
      sent(first: 50, ${EARLIEST}) { nodes {${PLACEMENT_ROW} } pageInfo { hasNextPage } }
    }
  }`,
  P3: `query P3($slug: String!) {
    companiesCompanyBySlug(slug: $slug) {
      slug nameEn country website
      sent(first: 10, ${EARLIEST}) { nodes {${PLACEMENT_ROW} } }
      won(first: 5, ${BY_VALUE}) {
        nodes { reference state reportedValue currency tradeEventsTradeEventByEventSlug { slug nameEn startsOn } }
      }
      sentByState: sent { ${GROUPS} }
      wonByState: won { ${GROUPS} }
    }
  }`,
  P4: `{
    allTradeEventsTradeEvents(condition: { synthetic: true }, orderBy: [STARTS_ON_DESC, PK_DESC], first: 12) {
      nodes {
        slug nameEn startsOn
        tradeEventsContractsByEventSlug(first: 5, ${BY_VALUE}) {
          nodes {
            reference state reportedValue currency
            exhibitor {
              slug nameEn
              sent(first: 3, ${LATEST}) { nodes { reference state startedOn sector { code nameEn } } }
            }
          }
        }
      }
    }
  }`,
  P5: `query P5($slug: String!) {
    tradeEventsTradeEventBySlug(slug: $slug) {
      slug
      tradeEventsContractsByEventSlug {
        groupedAggregates(groupBy: [STATE, CURRENCY]) { keys distinctCount { pk } sum { reportedValue } }
      }
    }
  }`,
  P6: `query P6($sector: String!, $after: Cursor) {
    allPlacements(condition: { sectorCode: $sector }, first: 50, after: $after, ${EARLIEST}) {
      nodes {${PLACEMENT_ROW} }
      pageInfo { hasNextPage }
    }
  }`,
  P7: `query P7($reference: String!) {
    placementByReference(reference: $reference) {
      reference state stateSince occupation statusOfResidence prefecture salaryJpyMonth registeredOn coeNumber coeAppliedOn
      coeIssuedOn coeExpiresOn visaExpiresOn startedOn residenceUntil ssw1LimitOn endedOn endReason
      personByPersonPk { reference familyName givenName nameNative }
      sector { code nameEn sswField }
      sender { slug nameEn country }
      accepter { slug nameEn country }
      supporter { slug nameEn country }
    }
  }`,
};

export const CURSOR = `query Cursor($reference: String!) {
  allPlacements(condition: { reference: $reference }, first: 1, ${EARLIEST}) { pageInfo { endCursor } }
}`;

const named = (row) => {
  if (!row) return row;
  const { nameEn: name, ...rest } = row;
  return { ...rest, name };
};
const placement = ({ personByPersonPk: person, accepter, sector, ...rest }) => ({
  ...rest,
  person,
  acceptingCompany: named(accepter),
  sector: named(sector),
});
const money = (amount, currency) => (amount == null || currency == null ? null : { amount, currency });
const byState = ({ groupedAggregates }) =>
  groupedAggregates.map(({ keys: [state], distinctCount }) => ({ state, count: Number(distinctCount.pk) }));

/** An answer in the hub's shape. */
export const READ = {
  P1: ({ allSectorsSectors }) => ({
    sectors: allSectorsSectors.nodes.map(({ ceilings, ...sector }) => ({
      ...named(sector),
      ceilings: ceilings.nodes.map(({ validFrom: from, validUntil: until, ...rest }) => ({ ...rest, from, until })),
    })),
  }),
  P2: ({ companiesCompanyBySlug: { sent, ...company } }) => ({
    company: { ...named(company), placements: { ...sent, nodes: sent.nodes.map(placement) } },
  }),
  P3: ({ companiesCompanyBySlug: { sent, won, sentByState, wonByState, ...company } }) => ({
    company: {
      ...named(company),
      placements: { nodes: sent.nodes.map(placement) },
      contracts: {
        nodes: won.nodes.map(({ tradeEventsTradeEventByEventSlug, reportedValue, currency, ...rest }) => ({
          ...rest,
          reportedValue: money(reportedValue, currency),
          event: named(tradeEventsTradeEventByEventSlug),
        })),
      },
      placementStats: byState(sentByState),
      contractStats: byState(wonByState),
    },
  }),
  P4: ({ allTradeEventsTradeEvents }) => ({
    tradeEvents: {
      nodes: allTradeEventsTradeEvents.nodes.map(({ tradeEventsContractsByEventSlug, ...event }) => ({
        ...named(event),
        contracts: {
          nodes: tradeEventsContractsByEventSlug.nodes.map(({ exhibitor, reportedValue, currency, ...rest }) => ({
            ...rest,
            reportedValue: money(reportedValue, currency),
            exhibitor: exhibitorWithPlacements(exhibitor),
          })),
        },
      })),
    },
  }),
  P5: ({ tradeEventsTradeEventBySlug: { slug, tradeEventsContractsByEventSlug } }) => ({
    tradeEvent: {
      slug,
      contractStats: tradeEventsContractsByEventSlug.groupedAggregates.map(
        ({ keys: [state, currency], distinctCount, sum }) => ({
          state,
          currency,
          count: Number(distinctCount.pk),
          // Its plugin says 0 where there was nothing to add.
          reportedValue: sum.reportedValue === '0' ? null : sum.reportedValue,
        }),
      ),
    },
  }),
  P6: ({ allPlacements: { nodes, pageInfo } }) => ({ placements: { nodes: nodes.map(placement), pageInfo } }),
  P7: ({ placementByReference: { sender, accepter, supporter, sector, personByPersonPk, ...rest } }) => ({
    placement: {
      ...rest,
      person: personByPersonPk,
      sector: named(sector),
      sendingCompany: named(sender),
      acceptingCompany: named(accepter),
      supportCompany: named(supporter),
    },
  }),
};

function exhibitorWithPlacements({ sent, ...company }) {
  const nodes = sent.nodes.map(({ sector, ...rest }) => ({ ...rest, sector: named(sector) }));
  return { ...named(company), placements: { nodes } };
}
