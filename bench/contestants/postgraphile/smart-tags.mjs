const references = (column, table, key, field, back) =>
  `(${column}) references ${table} (${key})|@fieldName ${field}|@foreignFieldName ${back}`;
const company = (column, field, back) => references(column, 'companies.company', 'slug', field, back);
const sector = (field, back) => references('sector_code', 'sectors.sector', 'code', field, back);

/** The keys across schemas, which the hub's subgraphs follow without a constraint in the database. */
export const SMART_TAGS = {
  version: 1,
  config: {
    class: {
      'people.placement': {
        tags: {
          foreignKey: [
            sector('sector', 'placements'),
            company('sending_company', 'sender', 'sent'),
            company('accepting_company', 'accepter', 'accepted'),
            company('support_company', 'supporter', 'supported'),
          ],
        },
      },
      'sectors.ceiling': { tags: { foreignKey: [sector('sector', 'ceilings')] } },
      'trade_events.contract': { tags: { foreignKey: [company('exhibitor_slug', 'exhibitor', 'won')] } },
    },
  },
};
