/** How slow a client may be before its connection is cut. */
export interface SlowClientLimits {
  /** Without progress: for all of the headers, for the next bytes of a body, and for taking the next piece of an answer. */
  readonly progressMs: number;
  /** For sending a whole request, however steadily. */
  readonly requestMs: number;
  /** For taking a whole answer, however steadily. */
  readonly answerMs: number;
}

export const SLOW_CLIENT_LIMITS: SlowClientLimits = { progressMs: 15_000, requestMs: 120_000, answerMs: 300_000 };
