import { useState } from 'react'
import { Await, Checkboxes, Form, Note, Radios, Switch } from '../../web-kit/index.ts'
import type { JamView, Lobby } from '../contract.ts'
import { organisation } from './api.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import { SaveFoot, useNextStep } from './StepFoot.tsx'
import { say } from './say.ts'
import { useSettings } from './use-settings.ts'

const lobbies = ['members', 'link', 'public'] as const

/** Who may take part, who may read along in the lobby, and who hosts. */
export function AudienceStep({ view }: { view: JamView }) {
  const hubs = organisation.useAnswer('GET /api/hubs')
  return <Await of={hubs}>{(answer) => <AudienceForm view={view} hubs={answer.hubs} />}</Await>
}

export function AudienceForm({ view, hubs }: { view: JamView; hubs: readonly { id: string; name: string }[] }) {
  const [chosen, setChosen] = useState(view.audience.hubs.map((hub) => hub.id))
  const [guests, setGuests] = useState(view.audience.guests)
  const [lobby, setLobby] = useState<Lobby>(view.lobby)
  const [hosts, setHosts] = useState(view.hosts)
  const { save, busy, error } = useSettings(view)
  const next = useNextStep(view, 'audience')
  const isOpen = view.jam.phase !== 'prepare'
  const send = () => save({ audience: { hubs: chosen, guests }, lobby, hosts: hosts.map((host) => host.id) }, next)
  return (
    <Form busy={busy} error={error} onSend={send}>
      {isOpen ? (
        <Note>{say('jams.audience.open')}</Note>
      ) : (
        <>
          <Checkboxes
            legend={say('jams.audience.hubs')}
            hint={say('jams.audience.hubs.hint')}
            values={chosen}
            options={hubs.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
          <Switch
            label={say('jams.audience.guests')}
            hint={say('jams.audience.guests.hint')}
            checked={guests}
            onChange={setGuests}
          />
        </>
      )}
      <Radios
        legend={say('jams.lobby')}
        hint={say('jams.lobby.hint')}
        value={lobby}
        options={lobbies.map((value) => ({
          value,
          label: say(`jams.lobby.${value}`),
          hint: say(`jams.lobby.${value}.hint`),
        }))}
        onChange={setLobby}
      />
      <PeoplePicker label={say('jams.hosts')} hint={say('jams.hosts.hint')} chosen={hosts} onChange={setHosts} />
      <SaveFoot view={view} busy={busy} />
    </Form>
  )
}
