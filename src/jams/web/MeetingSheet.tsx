import { useState } from 'react'
import { BODY_MAX, PLACE_MAX, SAID_MAX, TITLE_MAX } from '../../conversation/web/index.ts'
import { Button, Checkbox, Field, Form, Select, TextArea, tell } from '../../web-kit/index.ts'
import { meetings } from './meetings-api.ts'
import { say } from './say.ts'

type Props = {
  readonly forums: readonly { readonly id: string; readonly title: string }[]
  readonly onEntered: () => void
  readonly onClose: () => void
}
type Said = { readonly title: string; readonly body: string }
const NOTHING: Said = { title: '', body: '' }

/** The sheet of a meeting: where, when, how many, what was said, and that they agree. */
export function MeetingSheet({ forums, onEntered, onClose }: Props) {
  const [forumId, setForum] = useState(forums[0]?.id ?? '')
  const [place, setPlace] = useState('')
  const [day, setDay] = useState('')
  const [people, setPeople] = useState('')
  const [consent, setConsent] = useState(false)
  const [said, setSaid] = useState<readonly Said[]>([NOTHING])
  const send = meetings.useSend('POST /api/forums/:forumId/meetings')
  const contributions = said.filter(({ title }) => title.trim() !== '')
  const isWhole = place.trim() !== '' && day !== '' && Number(people) >= 1 && consent && contributions.length > 0
  const enter = () =>
    send.mutate(
      { forumId, place, day, people: Number(people), consent, contributions: [...contributions] },
      {
        onSuccess: () => {
          tell(say('jams.meetings.entered'))
          onEntered()
        },
      },
    )
  const change = (at: number, next: Said) => setSaid(said.map((one, n) => (n === at ? next : one)))
  return (
    <section className="card card-raised" aria-label={say('jams.meetings.enter')}>
      <Form onSend={enter} busy={send.isPending} error={send.error} aria-label={say('jams.meetings.enter')}>
        {forums.length > 1 && (
          <Select
            label={say('jams.meetings.forum')}
            value={forumId}
            options={forums.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setForum}
          />
        )}
        <Field label={say('jams.meetings.place')} value={place} maxLength={PLACE_MAX} onChange={setPlace} />
        <Field type="date" label={say('jams.meetings.day')} value={day} onChange={setDay} />
        <Field
          type="number"
          inputMode="numeric"
          min={1}
          label={say('jams.meetings.count')}
          hint={say('jams.meetings.count.hint')}
          value={people}
          onChange={setPeople}
        />
        {said.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a contribution of the sheet has no other name than its place
          <OneSaid key={at} number={at + 1} said={one} onChange={(next) => change(at, next)} />
        ))}
        {said.length < SAID_MAX && (
          <div>
            <Button small icon="plus" onPress={() => setSaid([...said, NOTHING])}>
              {say('jams.meetings.more')}
            </Button>
          </div>
        )}
        <Checkbox label={say('jams.meetings.consent')} checked={consent} onChange={setConsent} />
        <div className="row">
          <Button
            type="submit"
            kind="primary"
            busy={send.isPending}
            may={
              isWhole
                ? { ok: true }
                : { ok: false, because: 'meeting.consent', sentence: say('jams.meetings.consent.needed') }
            }
          >
            {say('jams.meetings.enter')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {say('jams.meetings.cancel')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

type OneProps = { readonly number: number; readonly said: Said; readonly onChange: (said: Said) => void }

function OneSaid({ number, said, onChange }: OneProps) {
  return (
    <fieldset className="meeting-said">
      <legend className="field-label">{say('jams.meetings.contribution', { number })}</legend>
      <TextArea
        oneLine
        reading
        label={say('jams.meetings.contribution.title')}
        value={said.title}
        maxLength={TITLE_MAX}
        onChange={(title) => onChange({ ...said, title })}
      />
      <TextArea
        reading
        required={false}
        rows={2}
        label={say('jams.meetings.contribution.body')}
        value={said.body}
        maxLength={BODY_MAX}
        onChange={(body) => onChange({ ...said, body })}
      />
    </fieldset>
  )
}
