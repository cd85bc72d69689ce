import { hubOf, hubOverHttpOf } from './hub.mjs';
import { monolith } from './monolith/monolith.mjs';
import { postgraphile } from './postgraphile/postgraphile.mjs';
import { rawSql } from './raw-sql/raw-sql.mjs';
import { stock } from './stock/stock.mjs';

/**
 * Who is measured. The first is the limit that the shares are of.
 * A contestant starts its processes, makes the request of a question, makes a cursor of a row, and reads an answer where it
 * has not the hub's shape.
 */
export const CONTESTANTS = [rawSql, hubOf(), hubOverHttpOf(), postgraphile, monolith, stock];

/** The hub of another checkout, which runs on a data folder of its own. */
export const besideOf = (checkout) => [hubOf(checkout, ' beside'), hubOverHttpOf(checkout, ' beside')];
