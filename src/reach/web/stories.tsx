import './reach.css'
import type { Story } from '../../web-kit/index.ts'
import type { ReachView, Steps } from '../contract.ts'
import { Reach } from './Reach.tsx'

const idOf = (n: number) => `01a23000-0000-7000-8000-${String(n).padStart(12, '0')}`
const nothing = () => undefined
const steps = (...numbers: (number | null)[]): Steps => {
  const [invited = 0, opened = 0, read = 0, voted = 0, wrote = 0, again = 0] = numbers
  return { invited, opened, read, voted, wrote, again }
}
const long = 'A hub with a name that is as long as names of hubs may become in some organisations'
const full: ReachView = {
  ...{ jamId: idOf(1), at: new Date().toISOString(), all: steps(412, 260, 190, 144, 87, 31) },
  hubs: [
    { id: idOf(2), name: 'North', steps: steps(200, 160, 120, 90, 60, 20) },
    { id: idOf(3), name: long, steps: steps(180, 100, 70, 54, 0, 0) },
    { id: idOf(4), name: 'South', steps: steps(32, 0, 0, 0, 0, 0) },
    { id: null, name: null, steps: steps(12, null, null, null, null, null) },
  ],
  languages: [
    { id: 'en', name: 'en', steps: steps(300, 200, 150, 110, 70, 24) },
    { id: 'de', name: 'de', steps: steps(112, 60, 40, 34, 17, 7) },
  ],
  missing: { unopened: [{ id: idOf(4), name: 'South' }], silent: [{ id: idOf(3), name: long }] },
  nudged: [{ id: idOf(3), at: new Date(Date.now() - 7_200_000).toISOString() }],
  spokenFor: { meetings: 2, people: 31, few: 1 },
  may: { nudge: { ok: true } },
}
const none: ReachView = {
  ...full,
  ...{ at: null, all: null, hubs: [], languages: [], missing: { unopened: [], silent: [] }, nudged: [] },
}

export const stories: readonly Story[] = [
  {
    name: 'Reach',
    states: {
      'not counted yet': () => <Reach view={none} onChanged={nothing} />,
      'very full': () => <Reach view={full} onChanged={nothing} />,
      'nobody missing': () => <Reach view={{ ...full, missing: none.missing }} onChanged={nothing} />,
    },
  },
]
