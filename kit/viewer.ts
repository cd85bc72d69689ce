import { defineEnum, type EnumValue } from './schema/enum.js';

export const Role = defineEnum(
  'Role',
  'The role of whoever sends the request. It decides which data they see. The description of each restricted type and field says which roles see it.',
  {
    PUBLIC: 'Anyone who sends no token.',
    PARTNER:
      'A firm or public body that places workers or trades in IT between Pakistan and Japan. It sees the records in which its own company has a part.',
    MINISTRY:
      'An officer of the IT ministry of Pakistan. Sees every contract, but no candidates, workers or placements.',
    ADMIN: 'The operator of the hub. Sees everything. Each read of personal data is recorded.',
  },
);
export type Role = EnumValue<typeof Role>;

export const ROLES = Object.keys(Role) as readonly Role[];

/** Who sends the request: the holder of a verified token, or the public. Every decision about access depends on it alone. */
export interface Viewer {
  readonly role: Role;
  /** The user, as the identity provider names them (`sub`). Null for the public. */
  readonly subject: string | null;
  /** The slug of the company that a partner acts for. Null for every other role. */
  readonly company: string | null;
  /** The other scopes of the token (`scope`), for fields of other supergraphs that require them. */
  readonly scopes?: readonly string[];
  /** When the token expires. Null for the public. */
  readonly expiresAt: Date | null;
}

/** A viewer without a token. */
export const PUBLIC: Viewer = Object.freeze({ role: 'PUBLIC', subject: null, company: null, expiresAt: null });
