import type { ReactNode } from 'react'
import {
  identity,
  sayOfIdentity as identitySay,
  PasswordForm,
  ProfileForm,
  Sessions,
} from '../../identity/web/index.ts'
import { Await, Card, Link, LinkButton, Page, Section } from '../../web-kit/index.ts'
import { organisation } from './api.ts'
import { say, sayRich } from './say.ts'

/** Who I am here: name, language, zone, home hub, password, sessions. `children`: what higher modules let people choose. */
export function ProfilePage({ children }: { children?: ReactNode }) {
  const profile = identity.useAnswer('GET /api/profile')
  return (
    <Await of={profile}>
      {(mine) => (
        <Page
          width="narrow"
          title={identitySay('identity.profile.title')}
          lead={identitySay('identity.profile.address', { email: mine.email })}
        >
          <Card>
            <ProfileForm profile={mine} />
          </Card>
          <Section title={say('me.home')}>
            <HomeHub />
          </Section>
          {children}
          <Section title={identitySay('identity.password.title')}>
            <Card>
              <PasswordForm hasPassword={mine.hasPassword} email={mine.email} />
            </Card>
          </Section>
          <Section title={identitySay('identity.sessions.title')}>
            <Card>
              <Sessions />
            </Card>
          </Section>
        </Page>
      )}
    </Await>
  )
}

function HomeHub() {
  const me = organisation.useAnswer('GET /api/me')
  return (
    <Await of={me}>
      {({ person }) => (
        <Card>
          <p>
            {person?.homeHubId && person.homeHub
              ? sayRich('me.home-text', {
                  hub: (
                    <Link key="hub" to={`/hubs/${person.homeHubId}`}>
                      {person.homeHub}
                    </Link>
                  ),
                })
              : say('me.no-home')}
          </p>
          <div className="row">
            <LinkButton icon="hubs" to="/hubs">
              {say('me.to-hubs')}
            </LinkButton>
          </div>
        </Card>
      )}
    </Await>
  )
}
