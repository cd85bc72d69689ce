import type { FilterValue } from '../../../kit/list/filter.js';
import type { StatsArgs } from '../../../kit/stats/stats.js';

/** Whether every group holds contracts of one currency at most, so that their values may be added up. */
export function hasOneCurrency({ filter, groupBy }: StatsArgs): boolean {
  if (groupBy?.includes('CURRENCY')) return true;
  const possible = currenciesOf(filter);
  return possible !== null && possible.size <= 1;
}

/** The currencies that a filter lets through, or null where it does not restrict them. */
function currenciesOf(filter: FilterValue | null | undefined): Set<string> | null {
  const { currency, and, or } = (filter ?? {}) as CurrencyParts;
  const alternatives = or?.map(currenciesOf) ?? [];
  return [
    currency?.eq === undefined ? null : new Set([currency.eq]),
    currency?.in ? new Set(currency.in) : null,
    ...(and?.map(currenciesOf) ?? []),
    alternatives.length ? alternatives.reduce(either) : null,
  ].reduce(both, null);
}

interface CurrencyParts {
  currency?: { eq?: string; in?: string[] };
  and?: FilterValue[];
  or?: FilterValue[];
}

type Currencies = Set<string> | null;

function both(one: Currencies, other: Currencies): Currencies {
  return one && other ? new Set([...one].filter((code) => other.has(code))) : (one ?? other);
}

function either(one: Currencies, other: Currencies): Currencies {
  return one && other ? new Set([...one, ...other]) : null;
}
