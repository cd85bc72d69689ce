import type { Viewer } from '../../kit/viewer.js';
import type { Grants } from './requirement.js';

const NO_POLICIES: ReadonlySet<string> = new Set();

/**
 * What a viewer brings. The role counts as a scope, as the hub's own schema has it. Nothing evaluates policies, so nobody holds one and
 * what has a `@policy` stays closed.
 */
export function grantsOf({ role, scopes = [] }: Viewer): Grants {
  return {
    authenticated: role !== 'PUBLIC',
    scopes: new Set(role === 'PUBLIC' ? [] : [role.toLowerCase(), ...scopes]),
    policies: NO_POLICIES,
  };
}
