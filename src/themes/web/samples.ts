import type { ContributionView } from '../../conversation/contract.ts'
import type { SmallVoice, ThemeSummary, ThemesView } from '../contract.ts'

/** Views as the server sends them, for stories. */
const idOf = (n: number) => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`

const LABELS = [
  'approvals, weekend',
  'shifts, breaks',
  'handover, night',
  'onboarding, mentor',
  'tickets, priority',
  'travel, trains',
  'canteen, lunch',
]

export function themeSample(given: Partial<ThemeSummary> = {}): ThemeSummary {
  return {
    id: idOf(500),
    name: null,
    label: 'approvals, weekend',
    pinned: false,
    language: 'en',
    contributions: 31,
    replies: 84,
    people: 23,
    hubs: 4,
    agreement: 0.81,
    split: 0.35,
    hourly: [0, 0, 1, 0, 0, 2, 1, 0, 0, 1, 1, 2, 0, 1, 2, 1, 0, 1, 3, 2, 4, 3, 2, 5],
    x: 0,
    y: 0,
    bornAt: new Date(Date.now() - 86_400_000).toISOString(),
    voices: [
      { contributionId: idOf(1), threadId: idOf(1), sentence: 'We lost a weekend because one person was on leave.' },
    ],
    ...given,
  }
}

/** A conversation with this many themes in two languages, spread evenly, the largest first. */
export function themesSample(many: number, given: Partial<ThemesView> = {}): ThemesView {
  const themes = Array.from({ length: many }, (_, at) =>
    themeSample({
      id: idOf(500 + at),
      label: `${LABELS[at % LABELS.length]} ${at + 1}`,
      language: at % 4 === 3 ? 'de' : 'en',
      people: Math.max(5, Math.round(120 / (at + 1))),
      contributions: Math.max(6, Math.round(180 / (at + 1))),
      agreement: at % 5 === 4 ? null : (at % 10) / 10,
      split: at % 5 === 4 ? null : (at % 7) / 7,
      x: Math.cos(at * 2.4) * Math.sqrt((at + 1) / many),
      y: Math.sin(at * 2.4) * Math.sqrt((at + 1) / many),
    }),
  )
  return {
    venueId: idOf(100),
    revision: 1,
    computedAt: new Date(Date.now() - 60_000).toISOString(),
    themes,
    unsorted: 12,
    contributions: themes.reduce((sum, { contributions }) => sum + contributions, 12),
    ties: themes.slice(1, 30).map(({ id }, at) => ({ a: idOf(500 + Math.floor(at / 2)), b: id, people: 6 })),
    lenses: {
      rising: themes.slice(0, 2).map(({ id }) => ({ themeId: id, peopleAnHour: 6.5, usual: 1.2 })),
      leastHeard: [],
      unresolved: [],
    },
    activity: { people: 240, posts: 610, topHundredth: null, topTenth: 0.41 },
    smallVoices: [],
    headline: themes.map(({ id }) => ({ themeId: id, voice: null })),
    changes: [],
    cursor: 0,
    progress: { seen: 3, changed: 1 },
    may: { shape: { ok: true } },
    ...given,
  }
}

/** A small voice for each reason, and for each way in which its people belong together. */
export function smallVoiceSample(given: Partial<SmallVoice> = {}): SmallVoice {
  const sentence = 'A video call without captions is a call that deaf colleagues do not take part in.'
  return {
    reason: 'pocket',
    voice: { contributionId: idOf(2), threadId: idOf(2), sentence },
    contributions: 11,
    people: 9,
    ...{ hub: 'North', spoken: null, zone: null, themeId: null },
    ...given,
  }
}

export function contributionSample(given: Partial<ContributionView> = {}): ContributionView {
  return {
    ...{ id: idOf(1), venueId: idOf(100), forumId: idOf(101), threadId: idOf(1), parentId: null },
    ...{ number: 0, depth: 0, kind: 'contribution', language: 'en', seed: false, retracted: false },
    author: { id: idOf(7), name: 'Service desk member', hub: 'North', guest: false },
    title: 'Let three hubs be able to say yes, so that one holiday does not stop us',
    html: '',
    ...{ editedAt: null, version: 1, revision: 1, replies: 3, lastReplyAt: null },
    postedAt: new Date(Date.now() - 240_000).toISOString(),
    votes: { agree: 84, disagree: 6, pass: 3 },
    ...{ mine: false, meeting: null, myVote: null, favourite: false, foldId: null },
    ...given,
  }
}
