import { defineEnum, type EnumValue } from './schema/enum.js';

export const Role = defineEnum(
  'Role',
  'The role of whoever sends the request. It decides which data they see. The description of each restricted type and field says which roles see it.',
  {
    PUBLIC: 'Anyone who sends no token.',
    PARTNER: 'A firm or public body that places workers or trades in IT between Pakistan and Japan. It sees the records in which its own company has a part.',
    MINISTRY: 'An officer of the IT ministry of Pakistan. Sees every contract, but no candidates, workers or placements.',
    ADMIN: 'The operator of the hub. Sees everything. Each read of personal data is recorded.',
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
