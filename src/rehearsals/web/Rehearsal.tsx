import { useState } from 'react'
import { Button, Empty, Field, Form, LinkButton, Problem, Progress, Refused, Section } from '../../web-kit/index.ts'
import type { RehearsalView } from '../contract.ts'
import { PEOPLE_MAX, PEOPLE_MIN } from '../rules/limits.ts'
import { api } from './api.ts'
import { Checks } from './Checks.tsx'
import { say } from './say.ts'

type Latest = NonNullable<RehearsalView['rehearsal']>
type Props = { readonly view: RehearsalView; readonly onChanged: (view: RehearsalView) => void }

/** A rehearsal in each of its states. */
export function Rehearsal({ view, onChanged }: Props) {
  const { rehearsal } = view
  const goesOn = rehearsal !== null && rehearsal.endedAt === null
  return (
    <Section title={say('rehearsal.title')}>
      <div className="stack">
        <p>{say('rehearsal.lead')}</p>
        {rehearsal ? (
          <p role="status">{say(`rehearsal.state.${rehearsal.state}`, { count: rehearsal.people })}</p>
        ) : (
          <Empty icon="people" title={say('rehearsal.none')} />
        )}
        {rehearsal && goesOn && <UnderWay rehearsal={rehearsal} />}
        {rehearsal && rehearsal.checks.length > 0 && <Checks checks={rehearsal.checks} />}
        {!goesOn && <Start view={view} onChanged={onChanged} />}
        {rehearsal && <End view={view} goesOn={goesOn} onChanged={onChanged} />}
      </div>
    </Section>
  )
}

function UnderWay({ rehearsal }: { rehearsal: Latest }) {
  const { done, total, copyId } = rehearsal
  const step = say(`rehearsal.step.${rehearsal.step}`)
  return (
    <>
      <Progress
        value={total > 0 ? done : 0}
        max={Math.max(1, total)}
        label={total > 0 ? say('rehearsal.progress', { step, done, total }) : step}
      />
      {copyId && (
        <div className="row">
          <LinkButton icon="eye" to={`/jams/${copyId}`}>
            {say('rehearsal.look')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Start({ view, onChanged }: Props) {
  const [people, setPeople] = useState(String(view.rehearsal?.people ?? 100))
  const start = api.useSend('POST /api/jams/:jamId/rehearsal')
  const { may, jamId } = view
  if (!may.start.ok) return <Refused because={may.start} />
  const send = () => start.mutate({ jamId, people: Number(people) }, { onSuccess: onChanged })
  return (
    <Form onSend={send} busy={start.isPending} error={start.error}>
      <Field
        required
        type="number"
        min={PEOPLE_MIN}
        max={PEOPLE_MAX}
        label={say('rehearsal.people')}
        hint={say('rehearsal.people.hint')}
        value={people}
        onChange={setPeople}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={start.isPending}>
          {say(view.rehearsal ? 'rehearsal.again' : 'rehearsal.start')}
        </Button>
      </div>
    </Form>
  )
}

function End({ view, goesOn, onChanged }: Props & { readonly goesOn: boolean }) {
  const end = api.useSend('DELETE /api/jams/:jamId/rehearsal')
  const send = () => end.mutate({ jamId: view.jamId }, { onSuccess: onChanged })
  return (
    <>
      <div className="row">
        <Button busy={end.isPending} onPress={send}>
          {say(goesOn ? 'rehearsal.stop' : 'rehearsal.forget')}
        </Button>
      </div>
      {end.error && <Problem error={end.error} />}
    </>
  )
}
