import { escapeIdentifier, escapeLiteral } from 'pg';
import type { ImportDefinition, SetCheck } from './definition.js';
import { heldColumn } from './held.js';

/** A number that only one owner can have, such as a person's passport number. */
export interface SoleOwner<Name extends string = string> {
  readonly column: Name;
  /** The column that names the owner. */
  readonly owner: Name;
  /** What an owner is: `person`. */
  readonly what: string;
}

/** Checks that no two owners have the same number, in the file itself and beside what the hub holds for rows that are not in it. */
export function ownerChecks(definition: ImportDefinition, absent: readonly string[]): SetCheck<string>[] {
  return (definition.soleOwners ?? [])
    .filter(({ column, owner }) => !absent.includes(column) || !absent.includes(owner))
    .map((rule) => ({ column: rule.column, sql: (staging) => sharedNumbers(definition, staging, rule) }));
}

function sharedNumbers(definition: ImportDefinition, staging: string, { column, owner, what }: SoleOwner): string {
  const number = escapeIdentifier(column);
  const held = (name: string) => heldColumn(definition, name);
  const isInFile = definition.key.map((name) => `f.${escapeIdentifier(name)} = ${held(name)}`).join(' and ');
  const must = escapeLiteral(`must belong to one ${what}: `);
  return `
    with given as (
      select s.line, s.${number} as value, ${spelt(`s.${number}`)} as number, s.${escapeIdentifier(owner)} as owner
      from ${staging} s where s.${number} is not null and not s.flawed
    ),
    shared as (select number, min(line) as line from given group by number having min(owner) <> max(owner))
    select g.line, g.value, ${must} || 'line ' || f.line || ' gives it to ' || f.owner as message
    from shared join given f on f.line = shared.line join given g on g.number = shared.number and g.owner <> f.owner
    union all
    select g.line, g.value, ${must} || 'the hub holds it for ' || min(h.owner)
    from given g join (
      select ${spelt(held(column))} as number, ${held(owner)} as owner from ${definition.held.from}
      where ${held(column)} is not null and not exists (select from ${staging} f where ${isInFile})
    ) h on h.number = g.number and h.owner <> g.owner
    group by g.line, g.value`;
}

/** Numbers are the same where they differ in blanks, hyphens or the case of letters only. */
function spelt(number: string): string {
  return `translate(upper(${number}), ' -', '')`;
}
