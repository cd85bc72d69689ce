/** What one client request carries through the gateway and every subgraph. */
export interface RequestContext {
  /** Finds the request in the log; returned to the client as `x-request-id`. */
  readonly requestId: string;
  /** Aborts when the client goes away or the deadline passes. */
  readonly signal?: AbortSignal;
}
