import { WON_STATES } from './contract.states.js';

interface Row {
  /** The contract's state. */
  readonly state: string;
  readonly signedOn: string;
  /** The event's last day. */
  readonly endsOn: string;
}

const wonStates = WON_STATES.map((state) => `'${state}'`).join(', ');

/**
 * Months begun from the event's last day to the signature, in SQL: 0 up to that day, 1 up to a month after it, and so on;
 * unknown before the contract is signed. Kept in a column, because the event's row has the other day and lists filter by it.
 */
export function monthsToSignature({ state, signedOn, endsOn }: Row): string {
  const age = `age(${signedOn}, ${endsOn})`;
  return `case when ${state} in (${wonStates}) then case
    when ${signedOn} <= ${endsOn} then 0
    else (extract(year from ${age}) * 12 + extract(month from ${age}) + sign(extract(day from ${age})))::integer
  end end`;
}

/** Computes the months again for the contracts of some events, given as a select of their slugs. */
export function refreshMonthsToSignature(eventSlugs: string): string {
  const months = monthsToSignature({
    state: 'c.state',
    signedOn: 'c.signed_on',
    endsOn: 'coalesce(e.ends_on, e.starts_on)',
  });
  return `
    update trade_events.contract c set months_to_signature = ${months}
    from trade_events.trade_event e
    where e.slug = c.event_slug and e.slug in (${eventSlugs}) and c.months_to_signature is distinct from ${months}`;
}
