import { useState } from 'react'
import {
  Beside,
  Confirm,
  Empty,
  LinkButton,
  Menu,
  type MenuEntry,
  type PageProps,
  sentenceOf,
  tell,
} from '../../web-kit/index.ts'
import { type HubPageView, isOnlyImported, organisation, type Person, type Role } from './api.ts'
import { HubFrame } from './HubFrame.tsx'
import { PeopleList } from './PeopleList.tsx'
import { nameOf } from './PersonLine.tsx'
import { roleName } from './roles.tsx'
import { say } from './say.ts'
import { useRefresh } from './use-refresh.ts'

/** The people of a hub; its hosts change roles and take people out. */
export function HubPeoplePage({ params }: PageProps<'hubId'>) {
  return (
    <HubFrame hubId={params.hubId}>
      {(view) => (
        <>
          {view.hub.imported > 0 && !isOnlyImported(view.hub) && <Imported view={view} />}
          <PeopleList
            nobody={<NobodyInHub view={view} />}
            hubId={params.hubId}
            actions={(person) => (
              <>
                <Beside kind="person" id={person.id} />
                {view.may.changeRoles.ok && <PersonMenu view={view} person={person} />}
              </>
            )}
          />
        </>
      )}
    </HubFrame>
  )
}

function Imported({ view: { hub } }: { view: HubPageView }) {
  return <p className="quiet-text">{say('hubs.imported.means', { count: hub.imported })}</p>
}

/** Who brings the first has the way to it. */
function NobodyInHub({ view }: { view: HubPageView }) {
  const { hub, may } = view
  const isImported = isOnlyImported(hub)
  return (
    <Empty
      icon="people"
      title={say(isImported ? 'people.none-joined' : 'people.none')}
      action={may.invite.ok && <LinkButton to={`/hubs/${hub.id}/invitations`}>{say('hub.tab.invitations')}</LinkButton>}
    >
      {isImported && say('hubs.imported.means', { count: hub.imported })} {say('people.none-text')}
    </Empty>
  )
}

function PersonMenu({ view: { hub }, person }: { view: HubPageView; person: Person }) {
  const [removing, setRemoving] = useState(false)
  const refresh = useRefresh()
  const change = organisation.useSend('PUT /api/hubs/:hubId/people/:personId')
  const give = (role: Role) =>
    change.mutate(
      { hubId: hub.id, personId: person.id, role },
      {
        onSuccess: () => {
          tell(say('people.role-changed', { name: nameOf(person), role: roleName(role) }))
          return refresh()
        },
        onError: (error) => tell(sentenceOf(error)),
      },
    )
  const other: Role[] = person.guest ? [] : person.role === 'host' ? ['member'] : ['host']
  const entries: MenuEntry[] = [
    ...other.map((role) => ({
      id: role,
      label: say('people.make', { role: roleName(role) }),
      icon: 'flag' as const,
      onPress: () => give(role),
    })),
    { id: 'remove', label: say('people.remove'), icon: 'door', danger: true, onPress: () => setRemoving(true) },
  ]
  return (
    <>
      <Menu small label={say('people.act-on', { name: nameOf(person) })} entries={entries} />
      {removing && <RemoveDialog hub={hub} person={person} onClose={() => setRemoving(false)} />}
    </>
  )
}

type RemoveProps = { hub: HubPageView['hub']; person: Person; onClose: () => void }

function RemoveDialog({ hub, person, onClose }: RemoveProps) {
  const refresh = useRefresh()
  const remove = organisation.useSend('DELETE /api/hubs/:hubId/people/:personId')
  const names = { name: nameOf(person), hub: hub.name }
  const done = () => {
    tell(say('people.removed', names))
    onClose()
    return refresh()
  }
  return (
    <Confirm
      title={say('people.remove-title', names)}
      action={say('people.remove')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ hubId: hub.id, personId: person.id }, { onSuccess: done })}
      onClose={onClose}
    >
      <p>{say('people.remove-text')}</p>
    </Confirm>
  )
}
