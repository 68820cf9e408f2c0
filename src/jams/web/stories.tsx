import './jam.css'
import './desk.css'
import './lobby.css'
import { type Story, Tabs } from '../../web-kit/index.ts'
import type { Phase } from '../contract.ts'
import { Course, PromiseCardView } from './AboutParts.tsx'
import { Checklist } from './Checklist.tsx'
import { FromTemplate } from './FromTemplatePage.tsx'
import { HostDesk } from './HostDeskPage.tsx'
import { JamAside } from './JamAside.tsx'
import { Forums } from './JamForumsPage.tsx'
import { tabsOf } from './JamFrame.tsx'
import { JamFacts, PhaseBar } from './JamHeader.tsx'
import { JamList } from './JamsPage.tsx'
import { MyPartView } from './MyPartPage.tsx'
import { StartForm } from './StartJamPage.tsx'
import { emptyPart, jamSample, missingSample, summarySample } from './samples.ts'

const phases: readonly Phase[] = ['prepare', 'discuss', 'rate', 'report', 'archive']

function each(story: (phase: Phase) => React.ReactNode): Story['states'] {
  return Object.fromEntries(phases.map((phase) => [phase, () => story(phase)]))
}

const hubs = [{ id: 'hub', name: 'Windrose' }]
const nothing = () => undefined

/** The parts of a jam in each of their states. */
export const stories: Story[] = [
  {
    name: 'Over every page of a jam',
    states: each((phase) => (
      <div className="stack">
        <JamFacts jam={summarySample(phase)} />
        <PhaseBar view={jamSample(phase)} />
        <Tabs label="Values" tabs={tabsOf(jamSample(phase))} />
      </div>
    )),
  },
  {
    name: 'List of jams',
    states: {
      'empty, may start': () => <JamList jams={[]} mayStart />,
      'empty, waits': () => <JamList jams={[]} mayStart={false} />,
      full: () => (
        <JamList
          jams={phases.map((phase, place) => summarySample(phase, { id: `jam-${place}`, hosting: place === 1 }))}
          mayStart
        />
      ),
    },
  },
  {
    name: 'Forums',
    states: {
      empty: () => <Forums view={jamSample('prepare', { forums: [] })} />,
      full: () => <Forums view={jamSample('discuss')} />,
    },
  },
  {
    name: 'Beside the conversation',
    states: {
      running: () => <JamAside view={jamSample('discuss')} hasComposer />,
      closed: () => (
        <JamAside
          hasComposer
          view={jamSample('archive', {
            may: {
              ...jamSample('archive').may,
              contribute: { ok: false, because: 'venue.closed', sentence: 'The time for writing here is over.' },
            },
          })}
        />
      ),
    },
  },
  {
    name: 'Promise',
    states: {
      given: () => <PromiseCardView view={jamSample('discuss')} />,
      'not yet': () => <PromiseCardView view={jamSample('prepare', { promise: null })} />,
    },
  },
  { name: 'What happens when', states: each((phase) => <Course view={jamSample(phase)} />) },
  {
    name: 'Checklist',
    states: {
      missing: () => <Checklist view={jamSample('prepare', { missing: missingSample })} />,
      ready: () => <Checklist view={jamSample('prepare')} />,
    },
  },
  {
    name: 'Start a jam',
    states: {
      form: () => <StartForm hubs={[{ id: 'hub', name: 'Windrose' }]} />,
      refused: () => <StartForm hubs={[]} />,
    },
  },
  {
    name: 'Begin from a template',
    states: {
      'from a jam': () => <FromTemplate jams={[summarySample('report')]} hubs={hubs} jamId={null} onBegun={nothing} />,
      'from a file': () => <FromTemplate jams={[]} hubs={hubs} jamId={null} onBegun={nothing} />,
      refused: () => <FromTemplate jams={[]} hubs={[]} jamId={null} onBegun={nothing} />,
    },
  },
  { name: 'My part', states: { empty: () => <MyPartView jamId="jam" part={emptyPart} /> } },
  {
    name: 'Host desk',
    states: {
      preparing: () => <HostDesk view={jamSample('prepare', { missing: missingSample })} />,
      running: () => <HostDesk view={jamSample('discuss', { lobbyLink: 'https://example.org/lobby/1?link=abc' })} />,
    },
  },
]
