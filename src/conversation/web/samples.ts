import type { May } from '../../kernel/index.ts'
import type { ContributionView } from '../contract.ts'

/** Views as the server sends them, for stories. People are named by their part only. */
const idOf = (n: number) => `01a20000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const allowed: May = { ok: true }
export const refused: May = {
  ok: false,
  because: 'venue.closed',
  sentence: 'The time for writing here is over. Everything stays readable.',
}
export const stranger: May = {
  ok: false,
  because: 'venue.sign-in-to-take-part',
  sentence: 'Sign in to take part.',
}

export function contributionSample(given: Partial<ContributionView> = {}): ContributionView {
  return {
    id: idOf(1),
    venueId: idOf(100),
    forumId: idOf(101),
    threadId: idOf(1),
    parentId: null,
    number: 0,
    depth: 0,
    kind: 'contribution',
    author: { id: idOf(7), name: 'Service desk member', hub: 'Kraków', guest: false },
    title: 'Let three hubs be able to say yes, so that one holiday does not stop us',
    html: '<p>We lost a weekend because the only person who may approve a public answer was on leave. If any two of three trained colleagues could approve, the customer would have had the answer in twenty minutes.</p>',
    language: 'en',
    seed: false,
    postedAt: new Date(Date.now() - 240_000).toISOString(),
    editedAt: null,
    version: 1,
    retracted: false,
    votes: { agree: 84, disagree: 6, pass: 3 },
    replies: 31,
    lastReplyAt: null,
    revision: 1,
    mine: false,
    foldId: null,
    meeting: null,
    myVote: null,
    favourite: false,
    ...given,
  }
}

export function replySample(given: Partial<ContributionView> = {}): ContributionView {
  return contributionSample({
    id: idOf(2),
    parentId: idOf(1),
    number: 1,
    depth: 1,
    kind: 'build',
    title: null,
    html: '<p>We tried this for a month: answers went from two days to three hours.</p>',
    votes: { agree: 12, disagree: 1, pass: 0 },
    replies: 2,
    ...given,
  })
}

export const guestAuthor = { id: idOf(8), name: 'Guest, partner company', hub: null, guest: true }

export const retractedSample = (given: Partial<ContributionView> = {}): ContributionView =>
  contributionSample({ title: null, html: '', retracted: true, votes: { agree: 3, disagree: 0, pass: 0 }, ...given })

export const longHtml = `<p>${'A long contribution goes on, with reasons, figures and an example from the night shift. '.repeat(30)}</p>`
