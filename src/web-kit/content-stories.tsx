import { CopyField } from './CopyField.tsx'
import {
  Avatar,
  Badge,
  Button,
  Card,
  Count,
  Empty,
  Facts,
  Icon,
  LiveDot,
  Loading,
  Note,
  Problem,
  Progress,
  Prose,
  RefusalError,
  Refused,
  Sparkline,
  SplitBar,
  type Story,
  Table,
  Tabs,
  Time,
  TimeLeft,
  Unreachable,
} from './index.ts'

const refused = { ok: false as const, because: 'jam.not-open', sentence: 'The jam has not opened yet.' }
const hourAgo = () => new Date(Date.now() - 3_900_000).toISOString()

const html =
  '<p>We lost a weekend because the only person who may approve a public answer was on leave. If <em>any two of three</em> trained colleagues could approve, the customer would have had the answer in twenty minutes.</p><ul><li>Two signatures</li><li>A log that everybody can read</li></ul><blockquote><p>When two sign, each trusts that the other has read it.</p></blockquote>'

const people = [
  { id: 'a', name: 'Service desk member', hub: 'Kraków', posts: 84 },
  { id: 'b', name: 'Guest, partner company', hub: 'outside', posts: 1204 },
]

export const content: Story[] = [
  {
    name: 'Card',
    states: {
      'as a contribution': () => (
        <Card as="article" aria-label="Example">
          <div className="row">
            <Avatar id="kr" name="Service desk member" />
            <b>Service desk member</b>
            <Badge>Kraków</Badge>
            <Badge tone="pollen">Guest</Badge>
            <span className="quiet-text">
              <Time at={hourAgo()} />
            </span>
          </div>
          <Prose html={html} lang="en" />
        </Card>
      ),
      facts: () => (
        <Facts>
          <LiveDot>
            Live · <TimeLeft until={new Date(Date.now() + 112_320_000).toISOString()} /> left
          </LiveDot>
          <span>
            <Count value={4812} /> people from 61 hubs
          </span>
          <span>
            <Count value={12640} /> contributions
          </span>
        </Facts>
      ),
      badges: () => (
        <div className="row">
          {(['plain', 'leaf', 'pollen', 'clay', 'sky'] as const).map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          {['一', 'North host', 'Öl und Übung', '城 市', '12', 'x'].map((name) => (
            <Avatar key={name} id={name} name={name} />
          ))}
        </div>
      ),
    },
  },
  {
    name: 'States',
    states: {
      empty: () => (
        <Empty title="No contributions yet" action={<Button kind="primary">Write the first</Button>}>
          This forum asks: what should we stop doing?
        </Empty>
      ),
      loading: () => <Loading />,
      refused: () => <Refused because={refused} />,
      'no answer': () => <Problem error={new Unreachable('example')} onRetry={() => {}} />,
      'refused by the server': () => (
        <Problem error={new RefusalError(403, { key: 'x', sentence: refused.sentence })} />
      ),
      notes: () => (
        <div className="stack stack-tight">
          <Note>Others are already there. Build on one?</Note>
          <Note tone="pollen">The promise card is missing: without it the jam cannot open.</Note>
          <Note tone="leaf">Open since 09:00.</Note>
          <Note tone="clay">The mail could not be sent.</Note>
        </div>
      ),
    },
  },
  {
    name: 'Pictures',
    states: {
      all: () => (
        <div className="stack">
          <Progress label="Read" value={14} max={61} />
          <div className="row">
            <Sparkline label="Rising" values={[1, 1, 2, 4, 6, 10, 13, 17]} />
            <Sparkline label="Even" hue={3} values={[8, 10, 7, 9, 8, 10, 9, 8]} />
          </div>
          <SplitBar
            label="Votes"
            parts={[
              { label: 'agree', value: 84, tone: 'leaf' },
              { label: 'disagree', value: 10, tone: 'clay' },
              { label: 'pass', value: 6, tone: 'pass' },
            ]}
          />
        </div>
      ),
    },
  },
  {
    name: 'Tabs, table, copy',
    states: {
      tabs: () => (
        <Tabs
          label="Parts of the jam"
          tabs={[
            { to: '/dev/stories', label: 'Forums', count: 6 },
            { to: '/b', label: 'Themes', count: 23 },
            { to: '/c', label: 'My part' },
          ]}
        />
      ),
      table: () => (
        <Table
          caption="People"
          rows={people}
          keyOf={(row) => row.id}
          columns={[
            { key: 'name', head: 'Name', names: true, cell: (row) => row.name },
            { key: 'hub', head: 'Hub', cell: (row) => row.hub },
            { key: 'posts', head: 'Contributions', number: true, cell: (row) => <Count value={row.posts} /> },
          ]}
        />
      ),
      copy: () => (
        <CopyField label="Invitation link" value="https://dandelion.example.org/invitation#3qJxG0J8v6dJkq0rN6c0m" />
      ),
    },
  },
  {
    name: 'Icons',
    states: {
      all: () => (
        <div className="row">
          {(
            [
              'jams',
              'hubs',
              'people',
              'person',
              'settings',
              'search',
              'star',
              'reply',
              'build',
              'example',
              'objection',
              'question',
              'speak',
              'edit',
              'history',
              'clock',
              'trash',
              'copy',
              'link',
              'mail',
              'lock',
              'globe',
              'door',
              'sun',
              'moon',
              'keyboard',
              'download',
              'flag',
              'tree',
              'eye',
              'info',
              'warning',
              'promise',
              'seed',
              'guest',
              'quote',
              'agree',
              'disagree',
              'pass',
              'inbox',
            ] as const
          ).map((name) => (
            <Icon key={name} name={name} size={24} />
          ))}
        </div>
      ),
    },
  },
]
