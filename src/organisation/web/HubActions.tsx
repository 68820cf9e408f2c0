import { useState } from 'react'
import { Button, focusTitle, Menu, type MenuEntry, sentenceOf, tell } from '../../web-kit/index.ts'
import { type HubPageView, organisation } from './api.ts'
import { AddHubDialog, EditHubDialog, LeaveDialog } from './HubDialogs.tsx'
import { say } from './say.ts'
import { useRefresh } from './use-refresh.ts'

/** Joining, leaving, making it home; for its hosts also changing it and adding hubs below. */
export function HubActions({ view: { hub, may } }: { view: HubPageView }) {
  const [open, setOpen] = useState<'add' | 'edit' | 'leave' | undefined>()
  const { join, makeHome, busy } = useMembership(hub.id)
  const close = () => setOpen(undefined)
  const entries: MenuEntry[] = [
    ...(hub.role && !hub.home
      ? [{ id: 'home', label: say('hub.make-home'), icon: 'hubs' as const, onPress: makeHome }]
      : []),
    ...(may.addHub.ok
      ? [{ id: 'add', label: say('hub.add'), icon: 'plus' as const, onPress: () => setOpen('add') }]
      : []),
    ...(may.edit.ok
      ? [{ id: 'edit', label: say('hub.edit'), icon: 'edit' as const, onPress: () => setOpen('edit') }]
      : []),
    ...(hub.role
      ? [
          {
            id: 'leave',
            label: say('hub.leave'),
            icon: 'door' as const,
            may: may.leave,
            onPress: () => setOpen('leave'),
          },
        ]
      : []),
  ]
  return (
    <>
      {!hub.role && (
        <Button kind="primary" may={may.join} busy={busy} onPress={join}>
          {say('hub.join')}
        </Button>
      )}
      {entries.length > 0 && <Menu kind="plain" entries={entries} />}
      {open === 'add' && <AddHubDialog parent={hub} onClose={close} />}
      {open === 'edit' && <EditHubDialog hub={hub} onClose={close} />}
      {open === 'leave' && <LeaveDialog hub={hub} onClose={close} />}
    </>
  )
}

function useMembership(hubId: string) {
  const refresh = useRefresh()
  const enter = organisation.useSend('PUT /api/hubs/:hubId/membership')
  const be = (home: boolean) =>
    enter.mutate(
      { hubId, home },
      {
        onSuccess: ({ name }) => {
          tell(say(home ? 'hub.now-home' : 'hub.joined', { name }))
          focusTitle()
          return refresh()
        },
        onError: (error) => tell(sentenceOf(error)),
      },
    )
  return { join: () => be(false), makeHome: () => be(true), busy: enter.isPending }
}
