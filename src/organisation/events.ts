/** What the organisation tells. No event holds a name, an address or a secret.
 *  Privacy: `personId` is personal and never leaves the server; hub ids may travel to members. */
export type OrganisationEvent =
  /** The first run is done: the organisation, its core and its first owner exist. Topic hub:CORE. */
  | { type: 'organisation.founded'; facts: { organisationId: string; coreId: string } }
  /** Its name, language or time zone changed. Topic hub:CORE is not told: it shows with the next page. */
  | { type: 'organisation.changed'; facts: { organisationId: string } }
  /** A hub was added under another. Topics hub:ID, hub:PARENT. */
  | { type: 'hub.added'; facts: { hubId: string; parentId: string } }
  /** Name, languages or time zone of a hub changed. Topic hub:ID. */
  | { type: 'hub.changed'; facts: { hubId: string } }
  /** Somebody belongs to a hub, or has another role there. Topics hub:ID, person:ID. */
  | { type: 'membership.begun'; facts: MembershipFacts }
  | { type: 'membership.changed'; facts: MembershipFacts }
  /** Somebody belongs to a hub no more: what only this let them read is cut. Topics hub:ID, person:ID. */
  | { type: 'membership.ended'; facts: { personId: string; hubId: string } }
  /** An invitation was made, or revoked. Topic hub:ID. */
  | { type: 'invitation.made'; facts: { invitationId: string; hubId: string; role: string } }
  | { type: 'invitation.revoked'; facts: { invitationId: string; hubId: string } }

type MembershipFacts = { personId: string; hubId: string; role: string }

/** Event types after which the streams of a person are checked at once. */
export const MEMBERSHIP_REVOCATIONS = ['membership.ended', 'membership.changed'] as const
