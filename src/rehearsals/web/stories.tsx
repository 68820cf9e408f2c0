import './rehearsal.css'
import type { Story } from '../../web-kit/index.ts'
import type { RehearsalView } from '../contract.ts'
import { judge, type Measured } from '../rules/judge.ts'
import { Rehearsal } from './Rehearsal.tsx'

const jamId = '01a2a000-0000-7000-8000-000000000100'
const nothing = () => undefined
const measured: Measured = {
  ...{
    promise: true,
    forums: 3,
    hostsPerForum: 1,
    hours: 72,
    reach: 240,
    lobbyOpen: false,
    mailFailed: 0,
    mailSeconds: 0.6,
  },
  ...{ diskFreeBytes: 40 * 1024 ** 3, phases: 3, acceptedP99Ms: 84, refused: 0, uncounted: 0 },
  ...{ themesSeconds: 11.4, ratingSeconds: 5.2, reportSeconds: 8.9 },
}
const nowhere: Measured = {
  ...{
    promise: false,
    forums: 0,
    hostsPerForum: 0,
    hours: null,
    reach: 2,
    lobbyOpen: false,
    mailFailed: 4,
    mailSeconds: null,
  },
  ...{ diskFreeBytes: 1024 ** 3, phases: 1, acceptedP99Ms: null, refused: 17, uncounted: null },
  ...{ themesSeconds: null, ratingSeconds: null, reportSeconds: 95 },
}
const viewOf = (given: Partial<NonNullable<RehearsalView['rehearsal']>>): RehearsalView => ({
  jamId,
  rehearsal: {
    ...{ people: 1_000, state: 'running', step: 'talk', done: 412, total: 2_200, copyId: jamId },
    ...{ askedAt: new Date().toISOString(), endedAt: null, checks: [] },
    ...given,
  },
  may: { start: { ok: true } },
})
const over = { state: 'done', copyId: null, endedAt: new Date().toISOString() } as const
const opened = { ok: false, because: 'rehearsal.before-the-opening', sentence: 'A jam is rehearsed before it opens.' }

/** A rehearsal in each of its states. */
export const stories: readonly Story[] = [
  {
    name: 'Rehearsal',
    states: {
      'not yet': () => <Rehearsal view={{ ...viewOf({}), rehearsal: null }} onChanged={nothing} />,
      'under way': () => <Rehearsal view={viewOf({})} onChanged={nothing} />,
      'waits for themes': () => <Rehearsal view={viewOf({ step: 'themes', done: 0, total: 0 })} onChanged={nothing} />,
      go: () => <Rehearsal view={viewOf({ ...over, checks: judge(measured) })} onChanged={nothing} />,
      'no go': () => <Rehearsal view={viewOf({ ...over, checks: judge(nowhere) })} onChanged={nothing} />,
      'broken off': () => <Rehearsal view={viewOf({ ...over, state: 'failed' })} onChanged={nothing} />,
      refused: () => (
        <Rehearsal
          view={{ ...viewOf({}), rehearsal: null, may: { start: { ...opened, ok: false } } }}
          onChanged={nothing}
        />
      ),
    },
  },
]
