import { Button, Problem, Section, serverNow, Time, tell } from '../../web-kit/index.ts'
import type { ReachView } from '../contract.ts'
import { AGAIN_MS } from '../rules/may.ts'
import { api } from './api.ts'
import { say, sayRich } from './say.ts'

type Props = { readonly view: ReachView; readonly onChanged: (view: ReachView) => void }
type Hub = ReachView['missing']['silent'][number]

/** Hubs of which nobody came, or nobody wrote; their hosts are asked, people never. */
export function Missing({ view, onChanged }: Props) {
  const { unopened, silent } = view.missing
  return (
    <Section title={say('reach.missing')}>
      {unopened.length + silent.length === 0 && <p>{say('reach.missing.none')}</p>}
      <Hubs title={say('reach.unopened')} hubs={unopened} view={view} onChanged={onChanged} />
      <Hubs title={say('reach.silent')} hubs={silent} view={view} onChanged={onChanged} />
      {unopened.length + silent.length > 0 && <p className="quiet-text">{say('reach.nudge.means')}</p>}
    </Section>
  )
}

function Hubs({ title, hubs, view, onChanged }: Props & { title: string; hubs: readonly Hub[] }) {
  if (hubs.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-list reach-missing">
        {hubs.map((hub) => (
          <OneHub key={hub.id} hub={hub} view={view} onChanged={onChanged} />
        ))}
      </ul>
    </>
  )
}

function OneHub({ hub, view, onChanged }: Props & { hub: Hub }) {
  const send = api.useSend('POST /api/jams/:jamId/nudges')
  const nudged = view.nudged.find(({ id }) => id === hub.id)
  const isAsked = nudged !== undefined && Date.parse(nudged.at) > serverNow() - AGAIN_MS
  const nudge = () =>
    send.mutate(
      { jamId: view.jamId, hubId: hub.id },
      {
        onSuccess: (changed) => {
          tell(say('reach.nudge.done', { hub: hub.name }))
          onChanged(changed)
        },
      },
    )
  return (
    <li>
      <b>{hub.name}</b>
      {nudged && <span className="quiet-text">{sayRich('reach.nudged', { time: <Time at={nudged.at} /> })}</span>}
      {view.may.nudge.ok && !isAsked && (
        <Button
          small
          icon="mail"
          busy={send.isPending}
          onPress={nudge}
          aria-label={say('reach.nudge.hub', { hub: hub.name })}
        >
          {say('reach.nudge')}
        </Button>
      )}
      {send.error && <Problem error={send.error} />}
    </li>
  )
}
