import type { Story } from '../../web-kit/index.ts'
import { StoryAnswers } from '../../web-kit/StoryAnswers.tsx'
import type { Hub, HubPageView, Invitation, Person } from './api.ts'
import { HubInvitationsPage } from './HubInvitationsPage.tsx'
import { HubPage } from './HubPage.tsx'
import { HubPeoplePage } from './HubPeoplePage.tsx'
import { HubsPage } from './HubsPage.tsx'
import { MailAdministrationPage } from './MailAdministrationPage.tsx'
import { WorkAdministrationPage } from './WorkAdministrationPage.tsx'

const HUBS = 'GET /api/hubs'
const HUB = 'GET /api/hubs/:hubId'
const ME = 'GET /api/me'
const count = (length: number) => Array.from({ length }, (_, place) => place)
const refused = {
  ok: false as const,
  because: 'hub.only-hosts',
  sentence: 'Only hosts of this hub, or of one above it, can do this.',
}
const yes = { ok: true as const }

function hub(place: number, parent: number | null): Hub {
  const role = place === 3 ? 'host' : null
  const name = place === 0 ? 'River Works' : `Plant ${place}, with a rather long name as plants have in real life`
  return {
    id: `h${place}`,
    parentId: parent === null ? null : `h${parent}`,
    name,
    locales: ['en'],
    timeZone: 'Europe/Lisbon',
    people: place * 37,
    guests: place % 4,
    imported: place % 3 === 1 ? 12 : 0,
    role,
    home: place === 1,
  }
}

const many = count(300).map((place) => hub(place, place === 0 ? null : Math.floor((place - 1) / 6)))
const people: Person[] = count(50).map((place) => ({
  id: `p${place}`,
  name: place === 7 ? null : `Participant ${place * 61}`,
  guest: place % 9 === 4,
  owner: place === 0,
  role: place < 3 ? 'host' : place % 9 === 4 ? 'guest' : 'member',
  hub: 'River Works',
}))

function viewOf(may: typeof yes | typeof refused): HubPageView {
  const all = { edit: may, invite: may, join: may, leave: may, addHub: may, changeRoles: may }
  const above = [{ id: 'h0', name: 'River Works' }]
  const [here = hub(1, 0), ...below] = many.slice(1, 9)
  return {
    hub: { ...here, role: may.ok ? 'host' : null },
    path: above,
    children: may.ok ? below : [],
    hosts: may.ok ? people.slice(0, 3) : [],
    may: all,
  }
}

function invitation(place: number): Invitation {
  const day = new Date(Date.now() + (place - 2) * 86_400_000).toISOString()
  return {
    id: `i${place}`,
    hubId: 'h1',
    role: 'member',
    label: place % 2 ? 'Poster in the canteen' : '',
    uses: place,
    maxUses: 5,
    createdAt: day,
    expiresAt: day,
    revoked: place === 1,
    link: null,
  }
}

function hubStory(view: HubPageView, known: readonly (readonly [readonly unknown[], unknown])[] = []) {
  return [[[HUB, { hubId: 'h1' }], view], ...known] as const
}

const owner = { organisation: null, person: null, may: { administer: true, startJam: true, seeHubs: true } }

export const stories: Story[] = [
  {
    name: 'Hubs',
    states: {
      empty: () => (
        <StoryAnswers known={[[[HUBS, {}], { hubs: [], may: { addUnder: [] } }]]}>
          <HubsPage />
        </StoryAnswers>
      ),
      loading: () => (
        <StoryAnswers waiting={[[HUBS, {}]]}>
          <HubsPage />
        </StoryAnswers>
      ),
      'very full': () => (
        <StoryAnswers known={[[[HUBS, {}], { hubs: many, may: { addUnder: ['h0'] } }]]}>
          <HubsPage />
        </StoryAnswers>
      ),
    },
  },
  {
    name: 'Hub',
    states: {
      'of a host': () => (
        <StoryAnswers known={hubStory(viewOf(yes))}>
          <HubPage params={{ hubId: 'h1' }} />
        </StoryAnswers>
      ),
      'refused and empty': () => (
        <StoryAnswers known={hubStory(viewOf(refused))}>
          <HubPage params={{ hubId: 'h1' }} />
        </StoryAnswers>
      ),
      'people, very full': () => (
        <StoryAnswers
          known={hubStory(viewOf(yes), [
            [
              ['GET /api/hubs/:hubId/people', { hubId: 'h1', query: '' }],
              { pages: [{ people, next: 'x' }], pageParams: [null] },
            ],
          ])}
        >
          <HubPeoplePage params={{ hubId: 'h1' }} />
        </StoryAnswers>
      ),
      'invitations in each state': () => (
        <StoryAnswers
          known={hubStory(viewOf(yes), [
            [['GET /api/hubs/:hubId/invitations', { hubId: 'h1' }], { invitations: count(7).map(invitation) }],
          ])}
        >
          <HubInvitationsPage params={{ hubId: 'h1' }} />
        </StoryAnswers>
      ),
      'no invitations': () => (
        <StoryAnswers
          known={hubStory(viewOf(yes), [[['GET /api/hubs/:hubId/invitations', { hubId: 'h1' }], { invitations: [] }]])}
        >
          <HubInvitationsPage params={{ hubId: 'h1' }} />
        </StoryAnswers>
      ),
    },
  },
  {
    name: 'Administration',
    states: {
      'mail, refused': () => (
        <StoryAnswers known={[[[ME, {}], { ...owner, may: { ...owner.may, administer: false } }]]}>
          <MailAdministrationPage />
        </StoryAnswers>
      ),
      'mail, full': () => (
        <StoryAnswers
          known={[
            [[ME, {}], owner],
            [
              ['GET /api/administration/mail', {}],
              { mail: count(12).map(letter), next: 'x', folder: '/var/lib/dandelion/mail' },
            ],
          ]}
        >
          <MailAdministrationPage />
        </StoryAnswers>
      ),
      'work that failed': () => (
        <StoryAnswers
          known={[
            [[ME, {}], owner],
            [['GET /api/administration/jobs', {}], { failed: count(4).map(failure) }],
          ]}
        >
          <WorkAdministrationPage />
        </StoryAnswers>
      ),
    },
  },
]

function letter(place: number) {
  const state = (['sent', 'waiting', 'failed'] as const)[place % 3]
  return {
    id: `m${place}`,
    recipient: `person${place}@example.org`,
    subject: 'Your link to sign in',
    at: new Date().toISOString(),
    state,
  }
}

function failure(place: number) {
  const error = 'Connection refused by mail.example.org:587 after three attempts, the last one after 30 seconds'
  return { id: `j${place}`, task: 'mail.deliver', attempts: place + 3, at: new Date().toISOString(), error }
}
