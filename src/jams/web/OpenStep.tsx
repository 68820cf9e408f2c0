import { useState } from 'react'
import { Beside, Button, Confirm, Note, Time, useNavigation } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { api } from './api.ts'
import { Checklist } from './Checklist.tsx'
import { jamPath } from './jam-places.ts'
import { Rehearse } from './Rehearse.tsx'
import { say, sayRich } from './say.ts'
import { useJamChanged } from './use-jam.ts'

/** The last step: what is missing, and opening by hand or by the clock; or discarding all of it. */
export function OpenStep({ view }: { view: JamView }) {
  const [asks, ask] = useState(false)
  const open = api.useSend('POST /api/jams/:jamId/open')
  const changed = useJamChanged()
  const { go } = useNavigation()
  const { jam, may, missing } = view
  if (jam.phase !== 'prepare') return <Note tone="leaf">{say('jams.open.is-open')}</Note>
  const openNow = () =>
    open.mutate(
      { jamId: jam.id, reason: null },
      {
        onSuccess: (answer) => {
          changed(answer)
          go(jamPath(jam.id))
        },
      },
    )
  return (
    <div className="stack">
      <Checklist view={view}>
        <Button kind="primary" icon="jams" may={may.open} onPress={() => ask(true)}>
          {say('jams.open.now')}
        </Button>
        {jam.dates.opensAt && missing.length === 0 && (
          <span className="quiet-text">
            {sayRich('jams.open.by-clock', { time: <Time at={jam.dates.opensAt} as="both" /> })}
          </span>
        )}
      </Checklist>
      {asks && (
        <Confirm
          title={say('jams.open.now.title')}
          action={say('jams.open.now')}
          kind="primary"
          busy={open.isPending || open.isSuccess}
          error={open.error}
          onConfirm={openNow}
          onClose={() => ask(false)}
        >
          {say('jams.open.now.text')}
        </Confirm>
      )}
      <p className="quiet-text">{say('jams.open.what-then')}</p>
      <Rehearse jamId={jam.id} />
      <Beside kind="promise-card" id={jam.id} />
      <Discard view={view} />
    </div>
  )
}

function Discard({ view }: { view: JamView }) {
  const [asks, ask] = useState(false)
  const discard = api.useSend('DELETE /api/jams/:jamId')
  const { go } = useNavigation()
  const confirm = () => discard.mutate({ jamId: view.jam.id }, { onSuccess: () => go('/jams') })
  return (
    <div>
      <Button kind="quiet" icon="trash" onPress={() => ask(true)}>
        {say('jams.discard')}
      </Button>
      {asks && (
        <Confirm
          title={say('jams.discard.title')}
          action={say('jams.discard')}
          busy={discard.isPending}
          error={discard.error}
          onConfirm={confirm}
          onClose={() => ask(false)}
        >
          {say('jams.discard.text')}
        </Confirm>
      )}
    </div>
  )
}
