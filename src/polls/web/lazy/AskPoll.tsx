import { useState } from 'react'
import { Button, Form, Radios, Select, serverNow, TextArea, tell } from '../../../web-kit/index.ts'
import type { PollKind } from '../../contract.ts'
import { OPTIONS_MAX, OPTIONS_MIN, QUESTION_MAX } from '../../rules/limits.ts'
import { api } from '../api.ts'
import type { PollPlace } from '../poll-place.ts'
import { say } from '../say.ts'

const KINDS = ['single', 'several', 'ranked'] as const
const HOUR_MS = 3_600_000
const ENDS = { jam: null, hour: 1, day: 24, days: 72, week: 168 } as const
type End = keyof typeof ENDS

type Props = { readonly at: PollPlace; readonly onAsked: () => void; readonly onClose: () => void }

/** A question with its options and its end. */
export function AskPoll({ at, onAsked, onClose }: Props) {
  const [kind, setKind] = useState<PollKind>('single')
  const [question, setQuestion] = useState('')
  const [lines, setLines] = useState('')
  const [end, setEnd] = useState<End>('jam')
  const send = api.useSend('POST /api/venues/:venueId/polls')
  const options = lines.split('\n').flatMap((line) => line.trim() || [])
  const isWhole = question.trim() !== '' && options.length >= OPTIONS_MIN && options.length <= OPTIONS_MAX
  const ask = () =>
    send.mutate(
      { ...at, kind, question, options, endsAt: endOf(end) },
      {
        onSuccess: () => {
          tell(say('polls.asked.done'))
          onAsked()
        },
      },
    )
  return (
    <section className="card card-raised" aria-label={say('polls.ask')}>
      <Form onSend={ask} busy={send.isPending} error={send.error} aria-label={say('polls.ask')}>
        <TextArea
          oneLine
          reading
          label={say('polls.ask.question')}
          value={question}
          onChange={setQuestion}
          maxLength={QUESTION_MAX}
          counter={{ from: QUESTION_MAX - 60, max: QUESTION_MAX }}
        />
        <TextArea
          reading
          rows={4}
          label={say('polls.ask.options')}
          hint={say('polls.ask.options.hint')}
          value={lines}
          onChange={setLines}
        />
        <Radios
          legend={say('polls.ask.kind')}
          value={kind}
          options={KINDS.map((value) => ({
            value,
            label: say(`polls.kind.${value}`),
            hint: say(`polls.kind.${value}.means`),
          }))}
          onChange={setKind}
        />
        <Select
          label={say('polls.ask.end')}
          value={end}
          options={(Object.keys(ENDS) as End[]).map((value) => ({ value, label: say(`polls.ask.end.${value}`) }))}
          onChange={setEnd}
        />
        <div className="row">
          <Button
            type="submit"
            kind="primary"
            busy={send.isPending}
            may={isWhole ? { ok: true } : { ok: false, because: 'polls.ask.count', sentence: say('polls.ask.count') }}
          >
            {say('polls.ask')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {say('polls.ask.not')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function endOf(end: End): string | null {
  const hours = ENDS[end]
  return hours === null ? null : new Date(serverNow() + hours * HOUR_MS).toISOString()
}
