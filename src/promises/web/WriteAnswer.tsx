import { Suspense, useState } from 'react'
import { PeoplePicker } from '../../jams/web/index.ts'
import { Button, Field, Form, Radios, TextArea, tell } from '../../web-kit/index.ts'
import type { DecisionsView, MatterView } from '../contract.ts'
import { ANSWER_REASON_MAX, BUDGET_MAX, NOTE_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { say } from './say.ts'

const ANSWERS = ['accept', 'adapt', 'decline', 'later'] as const

type Writing = {
  readonly matter: MatterView
  readonly onWritten: (view: DecisionsView) => void
  readonly onClose: () => void
}

/** Writes a new version of an answer. What somebody has signed asks for a reason why it changes. */
export function WriteAnswer({ matter, onWritten, onClose }: Writing) {
  const from = matter.latest ?? matter.binding
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>(from?.answer ?? 'accept')
  const [reason, setReason] = useState(from?.reason ?? '')
  const [owner, setOwner] = useState(from?.owner ?? null)
  const [due, setDue] = useState(from?.due ?? '')
  const [budget, setBudget] = useState(from?.budget ?? '')
  const [why, setWhy] = useState('')
  const send = api.useSend('POST /api/matters/:matterId/decisions')
  const promises = answer !== 'decline'
  const wasSigned = (from?.signatures.length ?? 0) > 0
  const save = () =>
    send.mutate(
      {
        ...{ matterId: matter.id, follows: from?.version ?? 0, answer, reason: reason.trim() },
        ...{ owner: promises ? (owner?.id ?? null) : null, due: promises && due ? due : null },
        ...{ budget: budget.trim() || null, changeReason: why.trim() || null },
      },
      {
        onSuccess: (view) => {
          tell(say('decisions.saved'))
          onWritten(view)
          onClose()
        },
      },
    )
  return (
    <Form
      onSend={save}
      busy={send.isPending}
      error={send.error}
      aria-label={say('decisions.write.of', { name: matter.name })}
    >
      <Radios
        legend={say('decisions.answer')}
        value={answer}
        onChange={setAnswer}
        options={ANSWERS.map((value) => ({
          value,
          label: say(`decisions.choose.${value}`),
          hint: say(`decisions.choose.${value}.hint`),
        }))}
      />
      <TextArea
        required
        reading
        rows={4}
        label={say('decisions.reason')}
        hint={say('decisions.reason.hint')}
        value={reason}
        maxLength={ANSWER_REASON_MAX}
        onChange={setReason}
      />
      {promises && (
        <>
          <Suspense fallback={null}>
            <PeoplePicker
              label={say('decisions.owner.pick')}
              chosen={owner ? [{ ...owner, hub: null, guest: false }] : []}
              onChange={(people) => setOwner(people.at(-1) ?? null)}
            />
          </Suspense>
          <Field required type="date" label={say('decisions.due')} value={due} onChange={setDue} />
          <Field label={say('decisions.budget')} value={budget} maxLength={BUDGET_MAX} onChange={setBudget} />
        </>
      )}
      {wasSigned && (
        <TextArea
          required
          rows={2}
          label={say('decisions.change-reason')}
          hint={say('decisions.change-reason.hint')}
          value={why}
          maxLength={NOTE_MAX}
          onChange={setWhy}
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary" busy={send.isPending}>
          {say('decisions.save')}
        </Button>
      </div>
    </Form>
  )
}
