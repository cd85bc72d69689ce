/** A plan names a subgraph by its name or by its graph (TRADE_EVENTS). Both become one name, e.g. `trade-events`. */
export function foldedName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
