import { useState } from 'react'
import { Button, Checkboxes, Form, Radios, Refused, tell } from '../../web-kit/index.ts'
import type { PollView } from '../contract.ts'
import { api } from './api.ts'
import { RankedChoice } from './RankedChoice.tsx'
import { say } from './say.ts'

type Props = { readonly poll: PollView; readonly onChanged: () => void }

/** The choice of one person: kept when it is sent, changed until the end, taken back by a press. */
export function PollBallot({ poll, onChanged }: Props) {
  const [choices, choose] = useState<readonly number[]>(poll.mine)
  const send = api.useSend('PUT /api/polls/:pollId/ballot')
  const voted = poll.mine.length > 0
  const put = (chosen: readonly number[]) =>
    send.mutate(
      { pollId: poll.id, choices: [...chosen] },
      {
        onSuccess: () => {
          choose(chosen)
          tell(say(chosen.length > 0 ? 'polls.voted' : 'polls.vote.taken'))
          onChanged()
        },
      },
    )
  const people = poll.people === null ? say('polls.people.few') : say('polls.people', { count: poll.people })
  if (!poll.may.vote.ok)
    return (
      <>
        <ul className="poll-options">
          {poll.options.map((option) => (
            <li key={option} className="reading">
              {option}
            </li>
          ))}
        </ul>
        <p className="quiet-text">{people}</p>
        <Refused because={poll.may.vote} />
      </>
    )
  return (
    <Form onSend={() => put(choices)} busy={send.isPending} error={send.error} aria-label={poll.question}>
      <Choice poll={poll} choices={choices} onChange={choose} />
      <div className="row">
        <Button
          type="submit"
          kind="primary"
          busy={send.isPending}
          may={
            choices.length > 0 ? { ok: true } : { ok: false, because: 'polls.choose', sentence: say('polls.choose') }
          }
        >
          {say(voted ? 'polls.vote.again' : 'polls.vote')}
        </Button>
        {voted && (
          <Button kind="quiet" onPress={() => put([])}>
            {say('polls.vote.back')}
          </Button>
        )}
      </div>
      <p className="quiet-text" role="status">
        {voted && `${say('polls.voted')} `}
        {people}
      </p>
      <p className="quiet-text">{say('polls.secret')}</p>
    </Form>
  )
}

type ChoiceProps = {
  readonly poll: PollView
  readonly choices: readonly number[]
  readonly onChange: (choices: readonly number[]) => void
}

function Choice({ poll: { kind, question, options }, choices, onChange }: ChoiceProps) {
  if (kind === 'ranked') return <RankedChoice options={options} choices={choices} onChange={onChange} />
  const offered = options.map((option, at) => ({ value: String(at), label: <span className="reading">{option}</span> }))
  if (kind === 'several')
    return (
      <Checkboxes
        legend={say('polls.kind.several.means')}
        values={choices.map(String)}
        options={offered}
        onChange={(values) => onChange(values.map(Number))}
      />
    )
  return (
    <Radios
      legend={question}
      legendHidden
      value={choices.map(String)[0] ?? ''}
      options={offered}
      onChange={(value) => onChange([Number(value)])}
    />
  )
}
