import './desk.css'
import type { MeetingsView } from '../../conversation/contract.ts'
import type { May } from '../../kernel/index.ts'
import type { Story } from '../../web-kit/index.ts'
import { MeetingSheet } from './MeetingSheet.tsx'
import { Meetings } from './Meetings.tsx'

const idOf = (n: number) => `01a24000-0000-7000-8000-${String(n).padStart(12, '0')}`
const allowed: May = { ok: true }
const refused: May = {
  ok: false,
  because: 'meeting.only-hosts-enter',
  sentence: 'Only hosts of this jam enter what was said at meetings.',
}
const forums = [
  { id: idOf(1), title: 'Everyday' },
  { id: idOf(2), title: 'Tools' },
]
const nothing = () => undefined
const none: MeetingsView = { meetings: [], spokenFor: { meetings: 0, people: 0, few: 0 }, may: { enter: refused } }
const meeting = { forumId: idOf(1), day: '2026-01-05', by: 'Host of the jam', at: '2026-01-06T08:00:00.000Z' }
const full: MeetingsView = {
  meetings: [
    {
      ...{ ...meeting, id: idOf(3), people: 14, place: 'Night shift, hall 3' },
      contributions: [
        { id: idOf(4), title: 'The machines are too loud at night' },
        { id: idOf(5), title: 'We never see the board, and nobody tells us what it decides on our work and our hours' },
      ],
    },
    { ...meeting, id: idOf(6), people: null, place: 'By telephone', by: null, contributions: [] },
  ],
  spokenFor: { meetings: 2, people: 14, few: 1 },
  may: { enter: allowed },
}
const shown = (view: MeetingsView) => () => <Meetings jamId={idOf(9)} view={view} forums={forums} onEntered={nothing} />

export const stories: readonly Story[] = [
  { name: 'Meetings', states: { empty: shown(none), 'very full': shown(full) } },
  {
    name: 'Sheet of a meeting',
    states: { empty: () => <MeetingSheet forums={forums} onEntered={nothing} onClose={nothing} /> },
  },
]
