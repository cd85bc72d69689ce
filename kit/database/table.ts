import type { EntitySchema } from '@mikro-orm/core';
import { type RawBuilder, sql } from 'kysely';

/** A table as hot reads see it: its qualified name and the column behind each property of its entity. */
export interface Table {
  /** `people.placement`, quoted. */
  readonly name: RawBuilder<unknown>;
  /** The same in words, to tell tables apart. */
  readonly label: string;
  /** `r.started_on as "startedOn", …`: every property of the row, for a statement that names the table `r`. */
  readonly selection: RawBuilder<unknown>;
  /**
   * The same of some properties alone, and of the primary key; of all of them where they are not named. Of a table that a statement
   * names otherwise they are read under that name, as `"person.pk"`.
   */
  select(properties: readonly string[] | undefined, alias?: string): RawBuilder<unknown>;
  /** The column of a property, as `r.started_on`. Throws for a property that the entity does not have. */
  column(property: string): RawBuilder<unknown>;
  /** Whether everyone sees all its rows: it has no row policies. */
  readonly sameForAll: boolean;
  /** Whether rows may lack a value of this property. */
  isNullable(property: string): boolean;
}

interface Property {
  joinColumn?: string;
  fieldName?: string;
  kind?: string;
  nullable?: boolean;
  type?: { name?: string };
  persist?: boolean;
}

/** Reads a table's name and columns off its MikroORM entity, so that they are written down once. */
export function tableOf(entity: EntitySchema): Table {
  const { schema, tableName, properties, rowLevelSecurity } = entity.meta;
  const all = properties as Record<string, Property>;
  const columns = new Map(
    Object.entries(all)
      .filter(([, property]) => property.persist !== false && property.kind !== '1:m')
      .map(([name, property]) => [name, property.joinColumn ?? property.fieldName ?? underscored(name)]),
  );
  const select = (properties: readonly string[] | undefined, alias = 'r') => {
    const prefix = alias === 'r' ? '' : `${alias}.`;
    const wanted = [...columns].filter(([name]) => !properties || name === 'pk' || properties.includes(name));
    const asRead = ([name, column]: [string, string]) => {
      const read = `"${alias}"."${column}"`;
      return `${READ[all[name]?.type?.name ?? '']?.(read) ?? read} as "${prefix}${name}"`;
    };
    return sql.raw(wanted.map(asRead).join(', '));
  };
  return {
    name: sql.table(`${schema}.${tableName}`),
    label: `${schema}.${tableName}`,
    sameForAll: !rowLevelSecurity,
    // Written out once: it stands in every statement on the table.
    selection: select(undefined),
    select,
    column: (property) => {
      const column = columns.get(property);
      if (!column) throw new Error(`${tableName} has no property ${property}`);
      return sql.raw(`"r"."${column}"`);
    },
    isNullable: (property) => all[property]?.nullable === true,
  };
}

/** How columns of some types are read, by the type's name in the entity. */
const READ: Readonly<Record<string, (column: string) => string>> = {
  DateTimeType: inIso8601,
  // The driver gives a bigint as text. Keys stay far below 2^53, up to which this is exact.
  BigIntType: (column) => `${column}::float8`,
};

/** A moment as GraphQL writes it; PostgreSQL's own way depends on the session's time zone. */
function inIso8601(column: string): string {
  return `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function underscored(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
