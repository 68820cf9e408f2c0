import { type Static, Type } from 'typebox'
import {
  type Contracts,
  Email,
  filledText,
  Id,
  Instant,
  LocaleTag,
  list,
  Nothing,
  nullable,
  object,
  TimeZone,
  text,
} from '../kernel/index.ts'
import { NAME_MAX, PASSWORD_MAX, PASSWORD_MIN } from './rules/limits.ts'

export { NAME_MAX, PASSWORD_MAX, PASSWORD_MIN }

export const SIGN_IN_LINK_MINUTES = 15
/** The page whose button redeems a one-time link: `?token=…`. */
export const SIGN_IN_LINK_PATH = '/sign-in/link'

export const Token = Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]{43}$' })
export const Password = Type.String({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX })

/** How a person is shown beside what they wrote. */
export const Author = object({
  id: Id,
  name: nullable(text(NAME_MAX)),
  hub: nullable(text(120)),
  guest: Type.Boolean(),
})
export type Author = Static<typeof Author>

export const Profile = object({
  personId: Id,
  name: text(NAME_MAX),
  email: text(254),
  locale: LocaleTag,
  timeZone: TimeZone,
  owner: Type.Boolean(),
  guest: Type.Boolean(),
  homeHubId: nullable(Id),
  hasPassword: Type.Boolean(),
})
export type Profile = Static<typeof Profile>

export const SessionView = object({
  id: Id,
  agent: text(200),
  createdAt: Instant,
  seenAt: Instant,
  current: Type.Boolean(),
})

export const identityContract = {
  'POST /api/sign-in': {
    summary: 'Sign in by e-mail and password',
    access: 'anyone',
    exempt: true,
    body: object({ email: Email, password: text(PASSWORD_MAX, 1) }),
    answer: object({ personId: Id }),
  },
  'POST /api/sign-in/link': {
    summary: 'Have a one-time link sent; the answer is the same whether the address is known or not',
    access: 'anyone',
    exempt: true,
    body: object({ email: Email }),
    answer: Nothing,
  },
  'POST /api/sign-in/redeem': {
    summary: 'Sign in with a one-time link (15 minutes, once)',
    access: 'anyone',
    exempt: true,
    body: object({ token: Token }),
    answer: object({ personId: Id }),
  },
  'POST /api/sign-out': {
    summary: 'End this session and cut its streams',
    access: 'anyone',
    exempt: true,
    body: Nothing,
    answer: Nothing,
  },
  'GET /api/profile': { summary: 'Who I am', answer: Profile },
  'PUT /api/profile': {
    summary: 'Change my name, language and time zone',
    body: object({ name: filledText(NAME_MAX), locale: LocaleTag, timeZone: TimeZone }),
    answer: Profile,
  },
  'PUT /api/profile/password': {
    summary: 'Set or change my password; ends my other sessions',
    body: object({ current: nullable(text(PASSWORD_MAX)), password: Password }),
    answer: Profile,
  },
  'GET /api/sessions': { summary: 'Where I am signed in', answer: object({ sessions: list(SessionView, 100) }) },
  'DELETE /api/sessions/:sessionId': {
    summary: 'End one of my sessions and cut its streams within a second',
    params: object({ sessionId: Id }),
    answer: object({ sessions: list(SessionView, 100) }),
  },
} as const satisfies Contracts
