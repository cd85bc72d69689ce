import { HubError } from '../errors.js';
import type { Viewer } from '../viewer.js';

/** The error of a viewer who may not see something. Without a token it says UNAUTHENTICATED: a token may help. With a token it says FORBIDDEN. */
export function refusal(viewer: Viewer, message: string, extensions: Record<string, unknown> = {}): HubError {
  return new HubError(viewer.role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN', message, extensions);
}

/** The refusal of a field or a type, by its name in the schema. */
export function refusalOf(viewer: Viewer, name: string): HubError {
  const whom = viewer.role === 'PUBLIC' ? 'the public; send a token' : `the role ${viewer.role}`;
  return refusal(viewer, `${name} is not open to ${whom}`);
}
