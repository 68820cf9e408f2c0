import { useState } from 'react'
import { Button, CopyField, Dialog, DialogActions, Field, Form, Note, Radios, Select } from '../../web-kit/index.ts'
import { organisation, type Role } from './api.ts'
import { roleName } from './roles.tsx'
import { say } from './say.ts'
import { useRefreshInvitations } from './use-refresh.ts'

const ROLES: readonly Role[] = ['member', 'host', 'guest']
const DAYS = ['1', '7', '14', '30', '90'] as const

/** Makes an invitation, then shows its link, once. */
export function MakeInvitation({ hubId, onClose }: { hubId: string; onClose: () => void }) {
  const refresh = useRefreshInvitations(hubId)
  const make = organisation.useSend('POST /api/hubs/:hubId/invitations')
  if (make.data?.link) return <LinkReady link={make.data.link} onClose={onClose} />
  return (
    <Dialog title={say('invitations.make')} onClose={onClose}>
      <InvitationForm
        busy={make.isPending}
        error={make.error}
        onSend={(invitation) => make.mutate({ hubId, ...invitation }, { onSuccess: refresh })}
      />
    </Dialog>
  )
}

type Draft = { role: Role; label: string; maxUses: number; days: number }
type InvitationFormProps = {
  readonly busy: boolean
  readonly error: ReturnType<typeof organisation.useSend<'POST /api/hubs/:hubId/invitations'>>['error']
  readonly onSend: (invitation: Draft) => void
}

function InvitationForm({ busy, error, onSend }: InvitationFormProps) {
  const [role, setRole] = useState<Role>('member')
  const [label, setLabel] = useState('')
  const [uses, setUses] = useState('25')
  const [days, setDays] = useState<(typeof DAYS)[number]>('7')
  return (
    <Form
      onSend={() => onSend({ role, label: label.trim(), maxUses: Number(uses), days: Number(days) })}
      busy={busy}
      error={error}
      aria-label={say('invitations.make')}
    >
      <Radios
        legend={say('invitations.role')}
        value={role}
        options={ROLES.map((one) => ({ value: one, label: roleName(one), hint: say(`invitations.role.${one}`) }))}
        onChange={setRole}
      />
      <Field
        label={say('invitations.label')}
        hint={say('invitations.label-hint')}
        required={false}
        maxLength={120}
        value={label}
        onChange={setLabel}
      />
      <Field
        label={say('invitations.uses')}
        type="number"
        required
        min={1}
        max={100_000}
        step={1}
        value={uses}
        onChange={setUses}
      />
      <Select
        label={say('invitations.days')}
        value={days}
        options={DAYS.map((one) => ({ value: one, label: say('invitations.days-option', { count: Number(one) }) }))}
        onChange={setDays}
      />
      <DialogActions>
        <Button kind="primary" type="submit" busy={busy}>
          {say('invitations.make-go')}
        </Button>
      </DialogActions>
    </Form>
  )
}

function LinkReady({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <Dialog title={say('invitations.ready')} onClose={onClose}>
      <div className="stack">
        <Note tone="leaf">{say('invitations.ready-text')}</Note>
        <CopyField label={say('invitations.link')} value={link} />
        <DialogActions>
          <Button kind="primary" onPress={onClose}>
            {say('invitations.done')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
