import { HubError } from '../errors.js';
import type { Viewer } from '../viewer.js';

/** Why a viewer is not answered: without a token the way out is to bring one, with a token there is none. */
export function refusal(viewer: Viewer, message: string, extensions: Record<string, unknown> = {}): HubError {
  return new HubError(viewer.role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN', message, extensions);
}
