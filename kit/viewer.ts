import { defineEnum, type EnumValue } from './schema/enum.js';

export const Role = defineEnum(
  'Role',
  'Who asks. It decides what is seen, and each type and field says to whom it is open.',
  {
    PUBLIC: 'Anybody, without a token.',
    PARTNER: 'A firm or public body of the corridor: it sees what its own company has a part in.',
    MINISTRY: 'An officer of the IT ministry: every contract, and no person.',
    ADMIN: 'Who runs the hub: everything; what is read of people is recorded.',
  },
);
export type Role = EnumValue<typeof Role>;

export const ROLES = Object.keys(Role) as readonly Role[];

/** Who asks, as a verified token says, or the public. The one thing that every decision about access is made on. */
export interface Viewer {
  readonly role: Role;
  /** Whom the identity provider knows (`sub`); null for the public. */
  readonly subject: string | null;
  /** The slug of the company that a partner acts for; null for every other role. */
  readonly company: string | null;
  /** The scopes that the token names beside the role (`scope`), for fields of other supergraphs that ask for them. */
  readonly scopes?: readonly string[];
  /** When the token ends; null for the public. */
  readonly expiresAt: Date | null;
}

/** Who comes without a token. */
export const PUBLIC: Viewer = Object.freeze({ role: 'PUBLIC', subject: null, company: null, expiresAt: null });
