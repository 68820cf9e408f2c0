import type { ReactNode } from 'react'
import { Await, Page, Refused, Tabs } from '../../web-kit/index.ts'
import { organisation } from './api.ts'
import { say } from './say.ts'

/** What stands around every part of the administration; others than owners are told so. */
export function AdministrationFrame({ children }: { children: ReactNode }) {
  const me = organisation.useAnswer('GET /api/me')
  return (
    <Page title={say('administration.title')}>
      <Await of={me}>
        {({ may }) =>
          may.administer ? (
            <>
              <Tabs label={say('administration.parts')} tabs={parts()} />
              {children}
            </>
          ) : (
            <Refused because={say('organisation.only-owners')} />
          )
        }
      </Await>
    </Page>
  )
}

function parts() {
  return [
    { to: '/administration', label: say('administration.organisation') },
    { to: '/administration/people', label: say('administration.people') },
    { to: '/administration/mail', label: say('administration.mail') },
    { to: '/administration/work', label: say('administration.work') },
    { to: '/administration/health', label: say('administration.health') },
  ]
}
