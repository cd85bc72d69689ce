import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parseConstValue,
  type StringValueNode,
  visit,
} from 'graphql';
import { ROLES } from '../viewer.js';
import { type AccessRules, type FieldRule, openRoles, type Seen } from './rules.js';

/**
 * Writes the rules into a subgraph's SDL: in words for readers of the schema, and as directives, so that any Federation router can
 * refuse a request early. A router treats roles as scopes. A token that must pass such a router also carries its role as `scope`.
 */
export function publishRules(document: DocumentNode, access: readonly AccessRules[]): DocumentNode {
  const byType = new Map(access.map((rules) => [rules.typeName, rules]));
  return visit(document, {
    ObjectTypeDefinition: {
      leave: (node): ObjectTypeDefinitionNode | undefined => {
        const rules = byType.get(node.name.value);
        if (!rules) return undefined;
        const fields = node.fields?.map((field) => published(field, rules.fields[field.name.value]));
        return { ...node, fields, description: extended(node.description, rules.rows && seenText(rules.rows)) };
      },
    },
  });
}

function published(field: FieldDefinitionNode, rule: FieldRule | undefined): FieldDefinitionNode {
  if (!rule || (rule.closedTo.length === 0 && !rule.seen)) return field;
  const directives = [...(field.directives ?? []), ...directivesOf(rule)];
  return { ...field, directives, description: extended(field.description, ruleText(rule)) };
}

function directivesOf(rule: FieldRule): ConstDirectiveNode[] {
  if (!rule.closedTo.includes('PUBLIC')) return [];
  if (rule.closedTo.length === 1) return [directive('authenticated')];
  const scopes = openRoles(rule).map((role) => `["${role.toLowerCase()}"]`);
  return [directive('requiresScopes', `[${scopes.join(', ')}]`)];
}

function directive(name: string, scopes?: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: scopes
      ? [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'scopes' }, value: parseConstValue(scopes) }]
      : [],
  };
}

/** Writes `A, B and C`. */
const LIST = new Intl.ListFormat('en-GB');

/** Says in words who sees a field. */
export function ruleText(rule: FieldRule): string {
  if (rule.seen) return seenText(rule.seen);
  return `Open to ${LIST.format(openRoles(rule))}. For other roles it is null with the error FORBIDDEN; without a token, UNAUTHENTICATED.`;
}

function seenText(seen: Seen): string {
  return `What each role sees. ${ROLES.map((role) => `${role}: ${seen[role]}.`).join(' ')}`;
}

function extended(description: StringValueNode | undefined, text: string | undefined): StringValueNode | undefined {
  if (!text) return description;
  const value = [description?.value, text].filter(Boolean).join('\n\n');
  return { kind: Kind.STRING, value, block: true };
}
