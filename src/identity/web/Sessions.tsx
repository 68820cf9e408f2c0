import './identity.css'
import { useQueryClient } from '@tanstack/react-query'
import { type Answer, Await, Badge, Button, Icon, Problem, Time, tell } from '../../web-kit/index.ts'
import type { identityContract } from '../contract.ts'
import { readAgent } from './agents.ts'
import { identity } from './api.ts'
import { say, sayRich } from './say.ts'

type Session = Answer<typeof identityContract, 'GET /api/sessions'>['sessions'][number]

/** Every browser I am signed in with; each can be ended from here. */
export function Sessions() {
  const answers = useQueryClient()
  const sessions = identity.useAnswer('GET /api/sessions')
  const end = identity.useSend('DELETE /api/sessions/:sessionId')
  const endOne = (sessionId: string) =>
    end.mutate(
      { sessionId },
      {
        onSuccess: (left) => {
          answers.setQueryData(identity.answerOf('GET /api/sessions').queryKey, left)
          tell(say('identity.sessions.ended'))
        },
      },
    )
  return (
    <Await of={sessions}>
      {(found) => (
        <>
          <ul className="plain-list sessions">
            {found.sessions.map((session) => (
              <OneSession key={session.id} session={session} onEnd={() => endOne(session.id)} busy={end.isPending} />
            ))}
          </ul>
          {end.error && <Problem small error={end.error} />}
        </>
      )}
    </Await>
  )
}

function OneSession({ session, onEnd, busy }: { session: Session; onEnd: () => void; busy: boolean }) {
  const read = readAgent(session.agent)
  const agent = read ? say('identity.sessions.on', read) : session.agent || say('identity.sessions.unknown')
  return (
    <li>
      <Icon name="globe" />
      <div>
        <p>
          {agent} {session.current && <Badge tone="leaf">{say('identity.sessions.this')}</Badge>}
        </p>
        <p className="quiet-text">
          {sayRich('identity.sessions.since', { time: <Time key="since" at={session.createdAt} as="absolute" /> })}
          {' · '}
          {sayRich('identity.sessions.seen', { time: <Time key="seen" at={session.seenAt} /> })}
        </p>
      </div>
      {!session.current && (
        <Button small busy={busy} onPress={onEnd} aria-label={say('identity.sessions.end-named', { agent })}>
          {say('identity.sessions.end')}
        </Button>
      )}
    </li>
  )
}
