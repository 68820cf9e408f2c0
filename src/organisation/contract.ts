import { type Static, Type } from 'typebox'
import { NAME_MAX, Password, Token } from '../identity/contract.ts'
import {
  type Contracts,
  Count,
  Cursor,
  Email,
  filledText,
  Id,
  Instant,
  LocaleTag,
  list,
  May,
  nullable,
  object,
  oneOf,
  TimeZone,
  text,
} from '../kernel/index.ts'
import { HUB_NAME_MAX, HUBS_MAX } from './rules/limits.ts'

export { HUB_NAME_MAX, HUBS_MAX }

/** The pages of the first run and of an invitation: `?token=…`. */
export const SETUP_PATH = '/setup'
export const INVITATION_PATH = '/invitation'

export const Role = oneOf('member', 'host', 'guest')

export const HubView = object({
  id: Id,
  parentId: nullable(Id),
  name: text(HUB_NAME_MAX),
  locales: list(LocaleTag, 20),
  timeZone: TimeZone,
  people: Count,
  guests: Count,
  /** People of this hub whom imported jams name: they have no access here and are in neither number. */
  imported: Count,
  role: nullable(Role),
  home: Type.Boolean(),
})
export type HubView = Static<typeof HubView>

export const PersonView = object({
  id: Id,
  name: nullable(text(NAME_MAX)),
  guest: Type.Boolean(),
  owner: Type.Boolean(),
  role: nullable(Role),
  hub: nullable(text(HUB_NAME_MAX)),
})

export const InvitationView = object({
  id: Id,
  hubId: Id,
  role: Role,
  label: text(120),
  uses: Count,
  maxUses: Count,
  createdAt: Instant,
  expiresAt: Instant,
  revoked: Type.Boolean(),
  /** The link with its secret: only in the answer that made it. */
  link: nullable(text(500)),
})
export type InvitationView = Static<typeof InvitationView>

export const MailEntry = object({
  id: Id,
  recipient: text(254),
  subject: text(300),
  at: Instant,
  state: oneOf('waiting', 'sent', 'failed'),
})

const HubBody = object({
  name: filledText(HUB_NAME_MAX),
  locales: Type.Array(LocaleTag, { minItems: 1, maxItems: 20 }),
  timeZone: TimeZone,
})
const hubParams = object({ hubId: Id })
const pageQuery = object({
  query: Type.Optional(text(100)),
  after: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
const People = object({ people: list(PersonView, 100), next: nullable(Cursor) })

export const organisationContract = {
  'GET /api/setup': {
    summary: 'Is this the first run? Opens only with the one-time link of the terminal',
    access: 'anyone',
    query: object({ token: Token }),
    answer: object({ open: Type.Boolean() }),
  },
  'POST /api/setup': {
    summary: 'First run: the organisation, its first owner and its first hubs; signs the owner in',
    access: 'anyone',
    exempt: true,
    body: object({
      token: Token,
      organisation: filledText(HUB_NAME_MAX),
      locale: LocaleTag,
      timeZone: TimeZone,
      owner: object({ name: filledText(NAME_MAX), email: Email, password: nullable(Password) }),
      hubs: list(filledText(HUB_NAME_MAX), 50),
    }),
    answer: object({ organisationId: Id, coreId: Id }),
  },
  'GET /api/me': {
    summary: 'Everything the shell of the web needs: who I am, the organisation, what I may',
    access: 'anyone',
    answer: object({
      organisation: nullable(object({ name: text(HUB_NAME_MAX), locale: LocaleTag, timeZone: TimeZone })),
      person: nullable(
        object({
          id: Id,
          name: text(NAME_MAX),
          locale: LocaleTag,
          timeZone: TimeZone,
          owner: Type.Boolean(),
          guest: Type.Boolean(),
          homeHubId: nullable(Id),
          homeHub: nullable(text(HUB_NAME_MAX)),
        }),
      ),
      may: object({ administer: Type.Boolean(), startJam: Type.Boolean(), seeHubs: Type.Boolean() }),
    }),
  },
  'PUT /api/organisation': {
    summary: 'Change the name, language and time zone of the organisation',
    body: object({ name: filledText(HUB_NAME_MAX), locale: LocaleTag, timeZone: TimeZone }),
    answer: object({ name: text(HUB_NAME_MAX), locale: LocaleTag, timeZone: TimeZone }),
  },
  'GET /api/hubs': {
    summary: 'The tree of hubs that I may see (a guest: only hubs opened to them)',
    answer: object({ hubs: list(HubView, HUBS_MAX), may: object({ addUnder: list(Id, HUBS_MAX) }) }),
  },
  'POST /api/hubs': {
    summary: 'Add a hub under another',
    body: object({ parentId: Id, hub: HubBody }),
    answer: HubView,
  },
  'GET /api/hubs/:hubId': {
    summary: 'One hub with its sub-hubs, its hosts and what I may do there',
    params: hubParams,
    answer: object({
      hub: HubView,
      path: list(object({ id: Id, name: text(HUB_NAME_MAX) }), 50),
      children: list(HubView, HUBS_MAX),
      hosts: list(PersonView, 200),
      may: object({ edit: May, invite: May, join: May, leave: May, addHub: May, changeRoles: May }),
    }),
  },
  'PUT /api/hubs/:hubId': { summary: 'Change a hub', params: hubParams, body: HubBody, answer: HubView },
  'GET /api/hubs/:hubId/people': {
    summary: 'The people of a hub by name; a guest is refused',
    params: hubParams,
    query: pageQuery,
    answer: People,
  },
  'PUT /api/hubs/:hubId/membership': {
    summary: 'Join a hub as a member, or make it my home hub',
    params: hubParams,
    body: object({ home: Type.Boolean() }),
    answer: HubView,
  },
  'DELETE /api/hubs/:hubId/membership': { summary: 'Leave a hub', params: hubParams, answer: HubView },
  'PUT /api/hubs/:hubId/people/:personId': {
    summary: 'Change the role of a person in a hub',
    params: object({ hubId: Id, personId: Id }),
    body: object({ role: Role }),
    answer: PersonView,
  },
  'DELETE /api/hubs/:hubId/people/:personId': {
    summary: 'Remove a person from a hub; their streams are cut within a second',
    params: object({ hubId: Id, personId: Id }),
    answer: object({ removed: Type.Boolean() }),
  },
  'GET /api/people': {
    summary: 'Find people of the organisation by name (members only), for naming hosts',
    query: pageQuery,
    answer: People,
  },
  'GET /api/hubs/:hubId/invitations': {
    summary: 'The invitations of a hub, newest first',
    params: hubParams,
    answer: object({ invitations: list(InvitationView, 200) }),
  },
  'POST /api/hubs/:hubId/invitations': {
    summary: 'Make an invitation link bound to this hub, a role, an expiry and a number of uses',
    params: hubParams,
    body: object({
      role: Role,
      label: text(120),
      maxUses: Type.Integer({ minimum: 1, maximum: 100_000 }),
      days: Type.Integer({ minimum: 1, maximum: 90 }),
    }),
    answer: InvitationView,
  },
  'DELETE /api/invitations/:invitationId': {
    summary: 'Revoke an invitation',
    params: object({ invitationId: Id }),
    answer: InvitationView,
  },
  'POST /api/invitation': {
    summary: 'What an invitation opens, for its page; the same answer for an unknown, used or expired one',
    access: 'anyone',
    reads: true,
    body: object({ token: Token }),
    answer: object({
      invitation: nullable(
        object({ organisation: text(HUB_NAME_MAX), hub: text(HUB_NAME_MAX), role: Role, locale: LocaleTag }),
      ),
    }),
  },
  'POST /api/invitation/redeem': {
    summary: 'Accept an invitation: joins the signed-in person, or makes a new person and signs them in',
    access: 'anyone',
    exempt: true,
    body: object({
      token: Token,
      person: nullable(
        object({
          name: filledText(NAME_MAX),
          email: Email,
          password: nullable(Password),
          locale: LocaleTag,
          timeZone: TimeZone,
        }),
      ),
    }),
    answer: object({ personId: Id, hubId: Id }),
  },
  'GET /api/administration/mail': {
    summary: 'Mail sent: recipient, subject and time, never bodies (owners)',
    query: object({ before: Type.Optional(Cursor) }),
    answer: object({ mail: list(MailEntry, 100), next: nullable(Cursor), folder: nullable(text(500)) }),
  },
  'GET /api/administration/jobs': {
    summary: 'Background work that failed, with its last error (owners)',
    answer: object({
      failed: list(object({ id: text(40), task: text(100), attempts: Count, at: Instant, error: text(500) }), 100),
    }),
  },
} as const satisfies Contracts
