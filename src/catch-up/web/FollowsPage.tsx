import './catch-up.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Await, Button, Field, Form, Link, Page, sentenceOf, tell } from '../../web-kit/index.ts'
import { type Follow, WORD_MAX } from '../contract.ts'
import { api } from './api.ts'
import { HowToTell } from './HowToTell.tsx'
import { say } from './say.ts'

/** What I follow, and how I am told. */
export function FollowsPage() {
  const follows = api.useAnswer('GET /api/follows')
  const choice = api.useAnswer('GET /api/catch-up/choice')
  return (
    <Page title={say('catch-up.follows.title')} lead={say('catch-up.follows.lead')} width="narrow">
      <Await of={follows}>{(view) => <Follows follows={view.follows} />}</Await>
      <Await of={choice}>{(view) => <HowToTell choice={view} />}</Await>
    </Page>
  )
}

/** The list with a field for one more word. */
export function Follows({ follows }: { follows: readonly Follow[] }) {
  const change = useChange()
  const [word, setWord] = useState('')
  const add = async () => {
    await change({ kind: 'word', target: word, followed: true })
    setWord('')
  }
  return (
    <div className="stack">
      {follows.length === 0 && <p>{say('catch-up.follows.none')}</p>}
      <ul className="plain-list follow-list">
        {follows.map((one) => (
          <li key={`${one.kind} ${one.target}`}>
            <span>
              <span className="quiet-text">{say(`catch-up.follows.kind.${one.kind}`)}</span> <Name follow={one} />
            </span>
            <Button small kind="quiet" icon="cross" onPress={() => change({ ...one, followed: false })}>
              {say('catch-up.follows.stop')}
            </Button>
          </li>
        ))}
      </ul>
      <Form onSend={add}>
        <Field
          label={say('catch-up.follows.word')}
          hint={say('catch-up.follows.word.help')}
          value={word}
          onChange={setWord}
          maxLength={WORD_MAX}
          required
        />
        <div>
          <Button type="submit" icon="plus">
            {say('catch-up.follow')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

function Name({ follow: { kind, target, name, jamId } }: { follow: Follow }) {
  if (kind === 'theme') return <Link to={`/jams/${jamId}/themes/${target}`}>{name}</Link>
  if (kind === 'forum') return <Link to={`/jams/${jamId}/forums/${target}`}>{name}</Link>
  return kind === 'hub' ? <Link to={`/hubs/${target}`}>{name}</Link> : <b>{name}</b>
}

function useChange() {
  const client = useQueryClient()
  return async ({ kind, target, followed }: Pick<Follow, 'kind' | 'target'> & { followed: boolean }) => {
    try {
      const view = await api.call('PUT /api/follows', { kind, target, followed })
      client.setQueryData(api.answerOf('GET /api/follows').queryKey, view)
    } catch (error) {
      tell(sentenceOf(error as Error))
    }
  }
}
