import { useState } from 'react'
import { Await, Badge, Button, Card, Confirm, Dialog, Facts, Link, Time, tell } from '../../web-kit/index.ts'
import type { DecisionsView, MatterView } from '../contract.ts'
import { Answer } from './Answer.tsx'
import { api } from './api.ts'
import { promisePath } from './places.ts'
import { StateBadge } from './StateBadge.tsx'
import { say, sayRich } from './say.ts'
import { WriteAnswer } from './WriteAnswer.tsx'

type Props = {
  readonly matter: MatterView
  readonly may: DecisionsView['may']
  readonly me: string | undefined
  readonly onChanged: (view: DecisionsView) => void
}

/** Something that waits for an answer, or has one; those who prepare and sign do it here. */
export function Matter({ matter, may, me, onChanged }: Props) {
  const { binding, latest, promise, name } = matter
  return (
    <Card as="article" aria-label={name}>
      <div className="stack">
        <div className="matter-head">
          <h3 className="promise-name">{name}</h3>
          {promise && (
            <Link to={promisePath(promise.id)}>
              <StateBadge state={promise.state} />
            </Link>
          )}
        </div>
        <Facts>
          <span>{say(`decisions.kind.${matter.kind}`)}</span>
          {matter.kind === 'theme' && (
            <Link to={`/jams/${matter.jamId}/themes/${matter.subjectId}`}>{say('decisions.to-theme')}</Link>
          )}
          {!matter.stands && <span>{say('decisions.left')}</span>}
        </Facts>
        {binding && <Answer decision={binding} />}
        {!binding && matter.stands && <p className="quiet-text">{say('decisions.waits')}</p>}
        {latest && <Draft draft={latest} />}
        <Doing matter={matter} may={may} me={me} onChanged={onChanged} />
      </div>
    </Card>
  )
}

/** The version that this person can still sign: the latest, as long as her name is not under it. */
function toSign({ latest, binding }: MatterView, me: string | undefined): string | undefined {
  const open = latest ?? binding
  return open?.signatures.some(({ id }) => id === me) ? undefined : open?.id
}

function Doing({ matter, may, me, onChanged }: Props) {
  const { binding, latest, name } = matter
  const [doing, setDoing] = useState<'write' | 'sign' | 'history' | null>(null)
  const close = () => setDoing(null)
  const open = toSign(matter, me)
  const write = labelOf(matter)
  return (
    <div className="row">
      {may.sign.ok && open && (
        <Button
          small
          kind="primary"
          icon="check"
          onPress={() => setDoing('sign')}
          aria-label={say('decisions.sign.of', { name })}
        >
          {say('decisions.sign')}
        </Button>
      )}
      {may.prepare.ok && (
        <Button small icon="edit" onPress={() => setDoing('write')} aria-label={write}>
          {say(binding || latest ? 'decisions.change' : 'decisions.write')}
        </Button>
      )}
      {(binding?.version ?? latest?.version ?? 0) > 1 && (
        <Button small kind="quiet" onPress={() => setDoing('history')}>
          {say('decisions.history')}
        </Button>
      )}
      {doing === 'write' && (
        <Dialog title={write} onClose={close}>
          <WriteAnswer matter={matter} onWritten={onChanged} onClose={close} />
        </Dialog>
      )}
      {doing === 'sign' && open && <Sign decisionId={open} name={name} onSigned={onChanged} onClose={close} />}
      {doing === 'history' && (
        <Dialog title={say('decisions.history')} onClose={close}>
          <Versions matterId={matter.id} />
        </Dialog>
      )}
    </div>
  )
}

function labelOf({ binding, latest, name }: MatterView): string {
  return say(binding || latest ? 'decisions.change.of' : 'decisions.write.of', { name })
}

function Draft({ draft }: { draft: NonNullable<MatterView['latest']> }) {
  return (
    <div className="promise-draft stack stack-tight">
      <p>
        <Badge tone="pollen">{say('decisions.draft', { version: draft.version })}</Badge>{' '}
        <span className="quiet-text">
          {sayRich('decisions.draft.by', { name: draft.by ?? '…', time: <Time at={draft.at} /> })}
        </span>
      </p>
      <Answer decision={draft} />
    </div>
  )
}

type Signing = {
  readonly decisionId: string
  readonly name: string
  readonly onSigned: (view: DecisionsView) => void
  readonly onClose: () => void
}

function Sign({ decisionId, name, onSigned, onClose }: Signing) {
  const send = api.useSend('POST /api/decisions/:decisionId/signature')
  const sign = () =>
    send.mutate(
      { decisionId },
      {
        onSuccess: (view) => {
          tell(say('decisions.signed.toast'))
          onSigned(view)
          onClose()
        },
      },
    )
  return (
    <Confirm
      title={say('decisions.sign.of', { name })}
      action={say('decisions.sign')}
      kind="primary"
      busy={send.isPending}
      error={send.error}
      onConfirm={sign}
      onClose={onClose}
    >
      {say('decisions.sign.confirm')}
    </Confirm>
  )
}

function Versions({ matterId }: { matterId: string }) {
  const answer = api.useAnswer('GET /api/matters/:matterId/decisions', { matterId })
  return (
    <Await of={answer}>
      {({ versions }) => (
        <ol className="plain-list stack">
          {versions.map((one) => (
            <li key={one.id} className="promise-draft">
              <h3>{say('decisions.version', { version: one.version })}</h3>
              <p className="quiet-text">
                {sayRich('decisions.draft.by', { name: one.by ?? '…', time: <Time at={one.at} as="absolute" /> })}
              </p>
              <Answer decision={one} />
            </li>
          ))}
        </ol>
      )}
    </Await>
  )
}
