import { sql } from 'kysely';
import { refusal } from '../../../kit/access/refusal.js';
import type { Reader } from '../../../kit/database/reader.js';
import type { RequestContext } from '../../../kit/request.js';
import { lastFour } from './person.masking.js';
import {
  canReadAccessLog,
  canReadInFull,
  canReadLastFour,
  canReadProfile,
  type PersonRelation,
} from './person.policy.js';
import type { Person } from './person.type.js';

/** The fields of which every read in full is recorded. */
export type PersonalField = 'passportNumber' | 'cnic' | 'phone' | 'dateOfBirth' | 'email';

/** Shows personal data to the viewer of one request as the policies allow, and records what was shown. */
export class PersonalData {
  private readonly shown = new Map<number, Set<PersonalField>>();

  constructor(
    private readonly reader: Reader,
    private readonly request: RequestContext,
    private readonly relationTo: (person: Person) => Promise<PersonRelation>,
  ) {}

  /** In full, or not at all. @throws HubError FORBIDDEN */
  async inFull(person: Person, field: PersonalField): Promise<string | null> {
    if (canReadInFull(await this.relationTo(person))) return this.show(person, field);
    throw this.refused(field);
  }

  /** In full, or the last four characters. @throws HubError FORBIDDEN */
  async inFullOrLastFour(person: Person, field: PersonalField): Promise<string | null> {
    const relation = await this.relationTo(person);
    if (canReadInFull(relation)) return this.show(person, field);
    if (canReadLastFour(relation)) return lastFour(person[field]);
    throw this.refused(field);
  }

  /** Data that is not secret, but that no source publishes about an office holder. @throws HubError FORBIDDEN */
  async profile(person: Person, field: 'nationality'): Promise<string | null> {
    if (canReadProfile(await this.relationTo(person))) return person[field];
    throw this.refused(field);
  }

  /** @throws HubError FORBIDDEN where the viewer may not see who read the person's data */
  async checkAccessLog(person: Person): Promise<void> {
    if (!canReadAccessLog(await this.relationTo(person))) throw this.refused('accessLog');
  }

  private show(person: Person, field: PersonalField): string | null {
    const value = person[field];
    if (value === null) return null;
    if (this.shown.size === 0) this.reader.writeBeforeCommit(() => this.record());
    const fields = this.shown.get(person.pk) ?? new Set();
    this.shown.set(person.pk, fields.add(field));
    return value;
  }

  /** Records what was shown since the last record. */
  private record() {
    const { viewer, requestId, purpose = null } = this.request;
    const people = [...this.shown];
    this.shown.clear();
    const pks = people.map(([pk]) => pk);
    const fields = people.map(([, shown]) => [...shown].sort().join(' '));
    return sql`
      insert into people.person_read (person_pk, role, subject, company, request_id, purpose, fields)
      select pk, ${viewer.role}, ${viewer.subject}, ${viewer.company}, ${requestId}, ${purpose}, string_to_array(fields, ' ')
      from unnest(${pks}::integer[], ${fields}::text[]) as shown (pk, fields)`;
  }

  private refused(field: string) {
    return refusal(this.request.viewer, `Person.${field} is shown only to the organisations that handle the person`);
  }
}
