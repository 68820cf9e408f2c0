import { Suspense, useState } from 'react'
import { PeoplePicker } from '../../jams/web/index.ts'
import { Avatar, Button, Dialog, Form, Section, Select, Time, tell } from '../../web-kit/index.ts'
import type { DecisionsView } from '../contract.ts'
import { api } from './api.ts'
import { say, sayRich } from './say.ts'

type Props = { readonly view: DecisionsView; readonly onChanged: (view: DecisionsView) => void }

/** Who decides, how many of them bind an answer, and who said so. */
export function Deciders({ view, onChanged }: Props) {
  const { people, needed, by, at } = view.deciders
  const [open, setOpen] = useState(false)
  return (
    <Section title={say('decisions.deciders')}>
      <div className="stack stack-tight">
        {people.length === 0 && <p>{say('decisions.deciders.none')}</p>}
        {people.length > 0 && (
          <>
            <ul className="plain-list promise-people">
              {people.map(({ id, name, hub }) => (
                <li key={id}>
                  <Avatar id={id} name={name ?? '?'} size="s" /> {name}
                  {hub && <span className="quiet-text"> · {hub}</span>}
                </li>
              ))}
            </ul>
            <p>
              {needed === null ? say('decisions.deciders.all') : say('decisions.deciders.needed', { count: needed })}{' '}
              {at && (
                <span className="quiet-text">
                  {sayRich('decisions.deciders.named', { name: by ?? '…', time: <Time at={at} /> })}
                </span>
              )}
            </p>
          </>
        )}
        {view.may.name.ok && (
          <div>
            <Button icon="edit" onPress={() => setOpen(true)}>
              {say('decisions.deciders.change')}
            </Button>
          </div>
        )}
        {open && (
          <Dialog title={say('decisions.deciders.change')} onClose={() => setOpen(false)}>
            <NameDeciders view={view} onChanged={onChanged} onClose={() => setOpen(false)} />
          </Dialog>
        )}
      </div>
    </Section>
  )
}

function NameDeciders({ view, onChanged, onClose }: Props & { onClose: () => void }) {
  const [people, setPeople] = useState(view.deciders.people)
  const [needed, setNeeded] = useState(view.deciders.needed)
  // As it was when the dialog opened: what others say meanwhile is read first.
  const [follows] = useState(view.deciders.version)
  const send = api.useSend('PUT /api/jams/:jamId/deciders')
  const fits = needed !== null && needed <= people.length ? needed : null
  const save = () =>
    send.mutate(
      { jamId: view.jamId, people: people.map(({ id }) => id), needed: fits, follows },
      {
        onSuccess: (changed) => {
          tell(say('decisions.deciders.saved'))
          onChanged(changed)
          onClose()
        },
      },
    )
  const few = people.slice(0, -1).map((_, at) => String(at + 1))
  return (
    <Form onSend={save} busy={send.isPending} error={send.error} aria-label={say('decisions.deciders.change')}>
      <Suspense fallback={null}>
        <PeoplePicker
          label={say('decisions.deciders.people')}
          hint={say('decisions.deciders.hint')}
          chosen={people}
          onChange={setPeople}
        />
      </Suspense>
      {few.length > 0 && (
        <Select
          label={say('decisions.deciders.how-many')}
          value={fits === null ? 'all' : String(fits)}
          onChange={(value) => setNeeded(value === 'all' ? null : Number(value))}
          options={[
            { value: 'all', label: say('decisions.deciders.how-many.all') },
            ...few.map((value) => ({ value, label: value })),
          ]}
        />
      )}
      <div>
        <Button type="submit" kind="primary" busy={send.isPending}>
          {say('decisions.deciders.save')}
        </Button>
      </div>
    </Form>
  )
}
