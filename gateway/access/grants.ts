import { LRUCache } from 'lru-cache';
import { remember } from '../../kit/execution/remember.js';
import type { Viewer } from '../../kit/viewer.js';
import type { Grants } from './requirement.js';

const NO_POLICIES: ReadonlySet<string> = new Set();

/** Those who bring the same share one object, by which what follows from it is found again. */
const known = new LRUCache<string, Grants>({ max: 1_000 });

/**
 * The grants of a viewer. The role counts as a scope, because the hub's own schema is written that way. Nothing evaluates policies, so
 * nobody holds one and a field with `@policy` stays closed.
 */
export function grantsOf({ role, scopes = [] }: Viewer): Grants {
  return remember<string, Grants>(known, JSON.stringify([role, scopes]), () => ({
    authenticated: role !== 'PUBLIC',
    scopes: new Set(role === 'PUBLIC' ? [] : [role.toLowerCase(), ...scopes]),
    policies: NO_POLICIES,
  }));
}
