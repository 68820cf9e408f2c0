import { useState } from 'react'
import {
  Button,
  Checkbox,
  Confirm,
  Field,
  Form,
  LinkButton,
  Menu,
  Radios,
  Select,
  type Story,
  Switch,
  TextArea,
  tell,
} from './index.ts'

const refused = { ok: false as const, because: 'jam.not-open', sentence: 'The jam has not opened yet.' }

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
        value="name@"
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

export const controls: Story[] = [
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
]
