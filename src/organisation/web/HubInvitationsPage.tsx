import { useState } from 'react'
import {
  Await,
  Badge,
  Button,
  Confirm,
  DialogButton,
  Empty,
  type PageProps,
  Section,
  Table,
  Time,
  tell,
} from '../../web-kit/index.ts'
import { type HubPageView, type Invitation, organisation } from './api.ts'
import { HubFrame } from './HubFrame.tsx'
import { invitationState } from './invitation-state.ts'
import { MakeInvitation } from './MakeInvitation.tsx'
import { roleName } from './roles.tsx'
import { say, sayRich } from './say.ts'
import { useRefreshInvitations } from './use-refresh.ts'

/** The invitations of a hub: make one, see how far each is used, take one back. */
export function HubInvitationsPage({ params }: PageProps<'hubId'>) {
  return <HubFrame hubId={params.hubId}>{(view) => <Invitations view={view} />}</HubFrame>
}

function Invitations({ view: { hub, may } }: { view: HubPageView }) {
  const invitations = organisation.useAnswer('GET /api/hubs/:hubId/invitations', { hubId: hub.id })
  const make = (
    <DialogButton
      kind="primary"
      icon="plus"
      may={may.invite}
      label={say('invitations.make')}
      dialog={(close) => <MakeInvitation hubId={hub.id} onClose={close} />}
    />
  )
  return (
    <Section title={say('invitations.title')} actions={make}>
      <p className="quiet-text">{say('invitations.lead')}</p>
      <Await of={invitations}>
        {(found) =>
          found.invitations.length === 0 ? (
            <Empty icon="link" title={say('invitations.none')} />
          ) : (
            <InvitationTable invitations={found.invitations} hubId={hub.id} />
          )
        }
      </Await>
    </Section>
  )
}

function InvitationTable({ invitations, hubId }: { invitations: readonly Invitation[]; hubId: string }) {
  return (
    <Table
      caption={say('invitations.title')}
      captionHidden
      rows={invitations}
      keyOf={(one) => one.id}
      columns={[
        {
          key: 'label',
          head: say('invitations.column.label'),
          names: true,
          cell: (one) => one.label || say('invitations.no-label'),
        },
        { key: 'role', head: say('invitations.column.role'), cell: (one) => roleName(one.role) },
        {
          key: 'uses',
          head: say('invitations.column.uses'),
          cell: (one) => say('invitations.used', { uses: one.uses, count: one.maxUses }),
        },
        {
          key: 'holds',
          head: say('invitations.column.holds'),
          cell: (one) => sayRich('invitations.until', { time: <Time key="time" at={one.expiresAt} as="absolute" /> }),
        },
        { key: 'state', head: say('invitations.column.state'), cell: (one) => <StateBadge invitation={one} /> },
        { key: 'act', head: say('invitations.column.act'), cell: (one) => <Revoke invitation={one} hubId={hubId} /> },
      ]}
    />
  )
}

function StateBadge({ invitation }: { invitation: Invitation }) {
  const state = invitationState(invitation)
  return <Badge tone={state === 'open' ? 'leaf' : 'plain'}>{say(`invitations.${state}`)}</Badge>
}

function Revoke({ invitation, hubId }: { invitation: Invitation; hubId: string }) {
  const [asking, ask] = useState(false)
  const refresh = useRefreshInvitations(hubId)
  const revoke = organisation.useSend('DELETE /api/invitations/:invitationId')
  const done = () => {
    tell(say('invitations.was-revoked'))
    ask(false)
    return refresh()
  }
  if (invitationState(invitation) !== 'open') return null
  const label = invitation.label || say('invitations.no-label')
  return (
    <>
      <Button small onPress={() => ask(true)} aria-label={say('invitations.revoke-named', { label })}>
        {say('invitations.revoke')}
      </Button>
      {asking && (
        <Confirm
          title={say('invitations.revoke-title')}
          action={say('invitations.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate({ invitationId: invitation.id }, { onSuccess: done })}
          onClose={() => ask(false)}
        >
          <p>{say('invitations.revoke-text')}</p>
        </Confirm>
      )}
    </>
  )
}
