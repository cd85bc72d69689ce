import { type GraphQLField, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { AccessRules } from './rules.js';

/** Types that Federation and the lists generate. The field that returns such a type decides who sees it. */
const STRUCTURE = /^(__|_Service$|PageInfo$|.*(Connection|Edge)$)/;

/** The types without a rule, and the fields that would be open because nobody gave them a rule. */
export function unruled(schema: GraphQLSchema, access: readonly AccessRules[]): string[] {
  const byType = new Map(access.map((rules) => [rules.typeName, rules]));
  const leadsToRows = (field: GraphQLField<unknown, unknown>) => {
    const type = getNamedType(field.type);
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return possible.some(({ name }) => byType.get(name.replace(/(Connection|Edge)$/, ''))?.rows !== undefined);
  };
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || STRUCTURE.test(type.name)) return [];
    const rules = byType.get(type.name);
    if (!rules) return [type.name];
    return Object.values(type.getFields())
      .filter((field) => !field.name.startsWith('_') && !rules.fields[field.name])
      .filter((field) => type.name === 'Query' || rules.rows || leadsToRows(field))
      .map((field) => `${type.name}.${field.name}`);
  });
}
