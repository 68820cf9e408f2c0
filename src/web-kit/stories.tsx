import { useState } from 'react'
import { CopyField } from './CopyField.tsx'
import {
  Avatar,
  Badge,
  Button,
  Card,
  Checkbox,
  Confirm,
  Count,
  Empty,
  Facts,
  Field,
  Form,
  Icon,
  LinkButton,
  LiveDot,
  Loading,
  Menu,
  Note,
  Problem,
  Progress,
  Prose,
  Radios,
  RefusalError,
  Refused,
  Select,
  Sparkline,
  SplitBar,
  type Story,
  Switch,
  Table,
  Tabs,
  TextArea,
  Time,
  TimeLeft,
  tell,
  Unreachable,
} from './index.ts'

const refused = { ok: false as const, because: 'jam.not-open', sentence: 'The jam has not opened yet.' }
const hourAgo = () => new Date(Date.now() - 3_900_000).toISOString()

const html =
  '<p>We lost a weekend because the only person who may approve a public answer was on leave. If <em>any two of three</em> trained colleagues could approve, the customer would have had the answer in twenty minutes.</p><ul><li>Two signatures</li><li>A log that everybody can read</li></ul><blockquote><p>When two sign, each trusts that the other has read it.</p></blockquote>'

function Fields() {
  const [title, setTitle] = useState(
    'Let three hubs be able to say yes, so that one holiday does not stop us and the customer hears from us the same day',
  )
  const [text, setText] = useState('')
  const [zone, setZone] = useState<'vienna' | 'taipei'>('vienna')
  return (
    <Form aria-label="Example" onSend={() => tell('Sent', { undo: () => {} })}>
      <Field label="Title" value={title} onChange={setTitle} counter={{ from: 120, max: 250 }} reading />
      <TextArea
        label="What do you think?"
        hint="Markdown works. Drafts are kept."
        value={text}
        onChange={setText}
        required={false}
        reading
      />
      <Field
        label="E-mail"
        type="email"
        value="ada@"
        onChange={() => {}}
        error="An address looks like name@example.org."
      />
      <Select
        label="Time zone"
        value={zone}
        options={[
          { value: 'vienna', label: 'Vienna' },
          { value: 'taipei', label: 'Taipei' },
        ]}
        onChange={setZone}
      />
      <div className="row">
        <Button kind="primary" type="submit">
          Post
        </Button>
        <Button>Keep as a draft</Button>
      </div>
    </Form>
  )
}

function Choices() {
  const [on, setOn] = useState(true)
  const [kind, setKind] = useState<'build' | 'objection' | 'question'>('build')
  const options = [
    { value: 'build' as const, label: 'Build on' },
    { value: 'objection' as const, label: 'Objection' },
    { value: 'question' as const, label: 'Question' },
  ]
  return (
    <div className="stack">
      <Checkbox
        label="Guests may take part"
        hint="People outside, with a visible badge."
        checked={on}
        onChange={setOn}
      />
      <Switch label="Show it live" checked={on} onChange={setOn} />
      <Radios legend="Kind of reply" inline value={kind} options={options} onChange={setKind} />
      <Radios
        legend="Who may read the lobby?"
        value={kind}
        options={options.map((one) => ({ ...one, hint: 'Can be changed at any time.' }))}
        onChange={setKind}
      />
    </div>
  )
}

function Asking() {
  const [open, setOpen] = useState(false)
  return (
    <div className="row">
      <Button kind="danger" icon="trash" onPress={() => setOpen(true)}>
        Retract
      </Button>
      <Menu
        entries={[
          { id: 'edit', label: 'Edit', icon: 'edit', onPress: () => tell('Editing') },
          { id: 'history', label: 'History', icon: 'history', to: '/history' },
          { id: 'close', label: 'Close early', icon: 'flag', onPress: () => {}, may: refused },
          { id: 'trash', label: 'Retract', icon: 'trash', danger: true, onPress: () => setOpen(true) },
        ]}
      />
      <Button onPress={() => tell('Marked as read', { undo: () => {} })}>A toast with undo</Button>
      {open && (
        <Confirm
          title="Retract this contribution?"
          action="Retract"
          onConfirm={() => setOpen(false)}
          onClose={() => setOpen(false)}
        >
          <p>Its words vanish for everybody. The replies stay, with a note where it stood.</p>
        </Confirm>
      )}
    </div>
  )
}

const people = [
  { id: 'a', name: 'Service desk member', hub: 'Kraków', posts: 84 },
  { id: 'b', name: 'Guest, partner company', hub: 'outside', posts: 1204 },
]

export const stories: Story[] = [
  {
    name: 'Button',
    states: {
      kinds: () => (
        <div className="row">
          <Button kind="primary">Post</Button>
          <Button>Build on this</Button>
          <Button kind="quiet" icon="star">
            Favourite
          </Button>
          <Button kind="danger">Close early</Button>
          <LinkButton to="/jams" icon="jams">
            To the jams
          </LinkButton>
        </div>
      ),
      'small, pressed, icon only': () => (
        <div className="row">
          <Button small icon="agree" pressed>
            84 agree
          </Button>
          <Button small icon="disagree" pressed={false}>
            6
          </Button>
          <Button small kind="quiet" icon="more" iconOnly>
            More
          </Button>
        </div>
      ),
      'busy and refused': () => (
        <div className="row">
          <Button kind="primary" busy>
            Post
          </Button>
          <Button may={refused}>Write</Button>
        </div>
      ),
    },
  },
  { name: 'Form', states: { 'with hint, counter, error': () => <Fields /> } },
  { name: 'Choice', states: { all: () => <Choices /> } },
  { name: 'Dialog, menu, toast', states: { closed: () => <Asking /> } },
  {
    name: 'Card',
    states: {
      'as a contribution': () => (
        <Card as="article" aria-label="Example">
          <div className="row">
            <Avatar id="kr" name="Krystyna Sowa" />
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
          {['一', 'Bo Li', 'Ümit Öz', '陳 大文', '12', 'x'].map((name) => (
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
