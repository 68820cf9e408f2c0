import type { May } from '../../kernel/index.ts'
import type { JamSummary, JamView, MyPart, Phase } from '../contract.ts'

/** Views as the server sends them, for stories. People are named by their part only. */
const idOf = (n: number) => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

const allowed: May = { ok: true }
const host = { id: idOf(7), name: 'Host of the core', hub: 'Windrose', guest: false }

export function summarySample(phase: Phase, given: Partial<JamSummary> = {}): JamSummary {
  const isRunning = phase === 'discuss' || phase === 'rate'
  return {
    id: idOf(100),
    title: 'Values',
    question: 'What should we stop doing so that we can serve people better?',
    phase,
    hub: { id: idOf(50), name: 'Windrose' },
    guests: true,
    dates: { opensAt: inHours(-40), rateAt: inHours(31.2), closesAt: inHours(55), archiveAt: null },
    endsAt: isRunning ? inHours(31.2) : null,
    openedAt: phase === 'prepare' ? null : inHours(-40),
    closedAt: phase === 'report' || phase === 'archive' ? inHours(-3) : null,
    counts: {
      people: 4812,
      writers: 2100,
      guests: 312,
      hubs: 61,
      contributions: 12_640,
      replies: 30_112,
      votes: 88_004,
    },
    hosting: false,
    ...given,
  }
}

type Forum = JamView['forums'][number]

const forum = (n: number, words: Pick<Forum, 'title' | 'question'>, contributions: number): Forum => ({
  id: idOf(200 + n),
  venueId: idOf(100),
  ...words,
  position: n,
  hosts: [host],
  contributions,
  replies: contributions * 3,
  lastAt: contributions > 0 ? inHours(-0.1) : null,
  may: { contribute: allowed },
})

export function jamSample(phase: Phase, given: Partial<JamView> = {}): JamView {
  return {
    jam: summarySample(phase),
    promise: {
      decides: 'The board of the core hub',
      by: '2027-01-31',
      text: 'We answer the ten ideas that most people from most hubs stand behind, each with a reason.',
    },
    audience: { hubs: [{ id: idOf(50), name: 'Windrose' }], guests: true },
    lobby: 'link',
    lobbyLink: null,
    hosts: [host],
    forums: [
      forum(1, { title: 'Approvals', question: 'Which approval could go without anybody missing it?' }, 6204),
      forum(2, { title: 'Partners', question: 'What do we keep to ourselves that partners should know?' }, 4031),
      forum(3, { title: 'Night shifts', question: 'What do those who work at night never get asked?' }, 0),
    ],
    changes: [
      { at: inHours(-40), kind: 'opened', phase: 'discuss', until: null, reason: null, by: null },
      {
        at: inHours(-2),
        kind: 'extended',
        phase: 'discuss',
        until: inHours(31.2),
        reason: 'The night shift had no time yet.',
        by: 'Host of the core',
      },
    ],
    missing: [],
    now: new Date().toISOString(),
    cursor: 0,
    may: {
      contribute: allowed,
      reply: allowed,
      vote: allowed,
      edit: allowed,
      open: allowed,
      extend: allowed,
      move: allowed,
      export: allowed,
      invite: allowed,
    },
    ...given,
  }
}

export const missingSample: JamView['missing'] = [
  {
    key: 'jam.missing.promise',
    sentence: 'The promise card: who decides, by when, and what happens with the outcome.',
  },
  { key: 'jam.missing.end', sentence: 'When the jam closes.' },
]

export const emptyPart: MyPart = {
  written: [],
  next: null,
  favourites: [],
  totals: { contributions: 0, replies: 0, answers: 0, agree: 0, disagree: 0, votes: 0 },
  myVotes: { agree: 0, disagree: 0, pass: 0 },
}
