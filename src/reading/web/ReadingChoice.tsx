import { useQueryClient } from '@tanstack/react-query'
import {
  type Answer,
  Await,
  Card,
  Confirm,
  DialogButton,
  Problem,
  Section,
  Switch,
  Time,
  tell,
} from '../../web-kit/index.ts'
import type { readingContract } from '../contract.ts'
import { api } from './api.ts'
import { say, sayRich } from './say.ts'

type Reading = Answer<typeof readingContract, 'GET /api/reading'>

/** One switch for my reading history, what is in it, and how it goes away. */
export function ReadingChoice() {
  const reading = api.useAnswer('GET /api/reading')
  return (
    <Section title={say('reading.title')}>
      <Card>
        <Await of={reading}>{(mine) => <Choice reading={mine} />}</Await>
      </Card>
    </Section>
  )
}

function Choice({ reading }: { reading: Reading }) {
  const answers = useQueryClient()
  const choose = api.useSend('PUT /api/reading')
  const now = (mine: Reading) => answers.setQueryData(api.answerOf('GET /api/reading').queryKey, mine)
  return (
    <div className="stack">
      <Switch
        label={say('reading.keep')}
        hint={say(reading.kept ? 'reading.keep.hint' : 'reading.off')}
        checked={reading.kept}
        disabled={choose.isPending}
        onChange={(kept) => choose.mutate({ kept }, { onSuccess: now })}
      />
      {choose.error && <Problem small error={choose.error} />}
      <Kept reading={reading} />
      {reading.contributions > 0 && (
        <div className="row">
          <DialogButton
            kind="danger"
            label={say('reading.delete')}
            dialog={(close) => <Delete onDeleted={now} onClose={close} />}
          />
        </div>
      )}
    </div>
  )
}

function Kept({ reading: { contributions: count, since } }: { reading: Reading }) {
  if (!since) return <p className="quiet-text">{say('reading.nothing')}</p>
  return (
    <p className="quiet-text">
      {sayRich('reading.so-far', { count, since: <Time key="since" at={since} as="absolute" /> })} {say('reading.take')}
    </p>
  )
}

function Delete({ onDeleted, onClose }: { onDeleted: (mine: Reading) => void; onClose: () => void }) {
  const forget = api.useSend('DELETE /api/reading')
  const send = () =>
    forget.mutate(
      {},
      {
        onSuccess: (mine) => {
          onDeleted(mine)
          tell(say('reading.deleted'))
          onClose()
        },
      },
    )
  return (
    <Confirm
      title={say('reading.delete.title')}
      action={say('reading.delete')}
      busy={forget.isPending}
      error={forget.error}
      onConfirm={send}
      onClose={onClose}
    >
      {say('reading.delete.text')}
    </Confirm>
  )
}
