/** Plans name a subgraph as the supergraph does or by its graph (TRADE_EVENTS): both fold into one name, e.g. `trade-events`. */
export function foldedName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
