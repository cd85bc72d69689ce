import { HubError } from '../errors.js';
import type { Viewer } from '../viewer.js';

/** Why a viewer is not answered: without a token the way out is to bring one, with a token there is none. */
export function refusal(viewer: Viewer, message: string, extensions: Record<string, unknown> = {}): HubError {
  return new HubError(viewer.role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN', message, extensions);
}

/** The refusal of a field or a type, by its name in the schema. */
export function refusalOf(viewer: Viewer, name: string): HubError {
  const whom = viewer.role === 'PUBLIC' ? 'the public; send a token' : `the role ${viewer.role}`;
  return refusal(viewer, `${name} is not open to ${whom}`);
}
