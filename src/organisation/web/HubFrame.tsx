import type { ReactNode } from 'react'
import { Await, Badge, Facts, Page, Tabs } from '../../web-kit/index.ts'
import { type HubPageView, isOnlyImported, organisation } from './api.ts'
import { HubActions } from './HubActions.tsx'
import { roleName } from './roles.tsx'
import { say } from './say.ts'

/** What stands around every part of a hub: where it lies, its name, what I am there, its tabs. */
export function HubFrame({ hubId, children }: { hubId: string; children(view: HubPageView): ReactNode }) {
  const hub = organisation.useAnswer('GET /api/hubs/:hubId', { hubId })
  return (
    <Await of={hub} loading={<Page title={say('hubs.title')} />}>
      {(view) => (
        <Page
          title={view.hub.name}
          crumbs={crumbsOf(view)}
          lead={<HubFacts view={view} />}
          actions={<HubActions view={view} />}
        >
          <Tabs label={say('hub.about')} tabs={tabsOf(view)} />
          {children(view)}
        </Page>
      )}
    </Await>
  )
}

function crumbsOf({ hub, path }: HubPageView) {
  const above = path.filter(({ id }) => id !== hub.id).map(({ id, name }) => ({ label: name, to: `/hubs/${id}` }))
  return [{ label: say('hubs.title'), to: '/hubs' }, ...above]
}

function tabsOf({ hub, may }: HubPageView) {
  const at = `/hubs/${hub.id}`
  const tabs = [
    { to: at, label: say('hub.tab.overview') },
    { to: `${at}/people`, label: say('hub.tab.people'), ...(isOnlyImported(hub) ? {} : { count: hub.people }) },
  ]
  return may.invite.ok ? [...tabs, { to: `${at}/invitations`, label: say('hub.tab.invitations') }] : tabs
}

function HubFacts({ view: { hub } }: { view: HubPageView }) {
  return (
    <Facts>
      {hub.home && <Badge tone="leaf">{say('hub.is-home')}</Badge>}
      {hub.role && <span>{say('hub.you-are', { role: roleName(hub.role) })}</span>}
      {!isOnlyImported(hub) && <span>{say('hubs.people', { count: hub.people })}</span>}
      {hub.guests > 0 && <span>{say('hubs.guests', { count: hub.guests })}</span>}
      {hub.imported > 0 && <span>{say('hubs.imported', { count: hub.imported })}</span>}
      <span>{hub.timeZone.replaceAll('_', ' ')}</span>
    </Facts>
  )
}
