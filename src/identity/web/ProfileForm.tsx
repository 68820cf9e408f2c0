import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, Button, Form, tell } from '../../web-kit/index.ts'
import type { identityContract } from '../contract.ts'
import { identity } from './api.ts'
import { NameField, SpeechFields } from './PersonFields.tsx'
import { say } from './say.ts'

export type MyProfile = Answer<typeof identityContract, 'GET /api/profile'>

/** My name, language and time zone; the page speaks the new language at once. */
export function ProfileForm({ profile }: { profile: MyProfile }) {
  const answers = useQueryClient()
  const [mine, setMine] = useState({ name: profile.name, locale: profile.locale, timeZone: profile.timeZone })
  const save = identity.useSend('PUT /api/profile')
  const send = () =>
    save.mutate(mine, {
      onSuccess: (saved) => {
        // Another language draws the whole page anew, this form from what is known of the person by then.
        answers.setQueryData(identity.answerOf('GET /api/profile').queryKey, saved)
        tell(say('identity.profile.saved'))
        return answers.invalidateQueries()
      },
    })
  return (
    <Form onSend={send} busy={save.isPending} error={save.error} aria-label={say('identity.profile.title')}>
      <NameField value={mine.name} onChange={(name) => setMine({ ...mine, name })} />
      <SpeechFields value={mine} onChange={(change) => setMine({ ...mine, ...change })} />
      <div className="row">
        <Button kind="primary" type="submit" busy={save.isPending}>
          {say('identity.profile.save')}
        </Button>
      </div>
    </Form>
  )
}
