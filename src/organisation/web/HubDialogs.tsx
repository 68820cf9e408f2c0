import { useState } from 'react'
import { Button, Confirm, Dialog, DialogActions, Form, tell } from '../../web-kit/index.ts'
import { type Hub, organisation } from './api.ts'
import { type HubDraft, HubFields } from './HubFields.tsx'
import { say } from './say.ts'
import { useRefresh } from './use-refresh.ts'

/** A new hub under another; it begins with the languages and the zone of the one above. */
export function AddHubDialog({ parent, onClose }: { parent: Hub; onClose: () => void }) {
  const refresh = useRefresh()
  const add = organisation.useSend('POST /api/hubs')
  return (
    <HubForm
      title={say('hub.add-under', { name: parent.name })}
      start={{ name: '', locales: parent.locales, timeZone: parent.timeZone }}
      action={say('hub.add')}
      sending={add}
      onSend={(hub) =>
        add.mutate(
          { parentId: parent.id, hub },
          {
            onSuccess: ({ name }) => {
              tell(say('hub.added', { name }))
              onClose()
              return refresh()
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}

/** Name, languages and zone of a hub. */
export function EditHubDialog({ hub, onClose }: { hub: Hub; onClose: () => void }) {
  const refresh = useRefresh()
  const change = organisation.useSend('PUT /api/hubs/:hubId')
  return (
    <HubForm
      title={say('hub.edit')}
      start={{ name: hub.name, locales: hub.locales, timeZone: hub.timeZone }}
      action={say('hub.save')}
      sending={change}
      onSend={(draft) =>
        change.mutate(
          { hubId: hub.id, ...draft },
          {
            onSuccess: ({ name }) => {
              tell(say('hub.saved', { name }))
              onClose()
              return refresh()
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}

type HubFormProps = {
  readonly title: string
  readonly start: HubDraft
  readonly action: string
  readonly sending: Pick<ReturnType<typeof organisation.useSend<'POST /api/hubs'>>, 'isPending' | 'error'>
  readonly onSend: (hub: HubDraft) => void
  readonly onClose: () => void
}

function HubForm({ title, start, action, sending, onSend, onClose }: HubFormProps) {
  const [draft, setDraft] = useState(start)
  const send = () => onSend({ ...draft, name: draft.name.trim() })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSend={send} busy={sending.isPending} error={sending.error} aria-label={title}>
        <HubFields value={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <DialogActions>
          <Button onPress={onClose}>{say('hub.cancel')}</Button>
          <Button kind="primary" type="submit" busy={sending.isPending}>
            {action}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

/** Asks before leaving a hub. */
export function LeaveDialog({ hub, onClose }: { hub: Hub; onClose: () => void }) {
  const refresh = useRefresh()
  const leave = organisation.useSend('DELETE /api/hubs/:hubId/membership')
  const done = () => {
    tell(say('hub.left', { name: hub.name }))
    onClose()
    return refresh()
  }
  return (
    <Confirm
      title={say('hub.leave-title', { name: hub.name })}
      action={say('hub.leave')}
      busy={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate({ hubId: hub.id }, { onSuccess: done })}
      onClose={onClose}
    >
      <p>{say('hub.leave-text')}</p>
    </Confirm>
  )
}
