import { useState } from 'react'
import { Button, Form, Section, TextArea, tell } from '../../web-kit/index.ts'
import type { PromiseView } from '../contract.ts'
import { NOTE_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { say } from './say.ts'

type Props = { readonly view: PromiseView; readonly onChanged: (view: PromiseView) => void }

/** Where who keeps a promise tells how it goes, and in the end what became of it. */
export function TellOfPromise({ view, onChanged }: Props) {
  const { may, promise } = view
  const [text, setText] = useState('')
  const progress = api.useSend('POST /api/promises/:promiseId/progress')
  const settle = api.useSend('PUT /api/promises/:promiseId/state')
  const done = (said: string) => (changed: PromiseView) => {
    setText('')
    tell(said)
    onChanged(changed)
  }
  const busy = progress.isPending || settle.isPending
  const send = () => progress.mutate({ promiseId: promise.id, text }, { onSuccess: done(say('promises.tell.sent')) })
  const end = (state: 'kept' | 'broken') =>
    settle.mutate({ promiseId: promise.id, state, reason: text }, { onSuccess: done(say('promises.settle.done')) })
  return (
    <Section title={say('promises.tell')}>
      <Form onSend={send} busy={busy} error={progress.error ?? settle.error} aria-label={say('promises.tell')}>
        <TextArea
          required
          reading
          rows={3}
          label={say('promises.tell.text')}
          hint={say('promises.tell.hint')}
          value={text}
          maxLength={NOTE_MAX}
          onChange={setText}
        />
        <div className="row">
          <Button type="submit" kind="primary" icon="reply" busy={busy}>
            {say('promises.tell.send')}
          </Button>
          {may.settle.ok && (
            <>
              <Button icon="check" busy={busy} onPress={() => text.trim() && end('kept')}>
                {say('promises.settle.kept')}
              </Button>
              <Button kind="quiet" icon="cross" busy={busy} onPress={() => text.trim() && end('broken')}>
                {say('promises.settle.broken')}
              </Button>
            </>
          )}
        </div>
      </Form>
    </Section>
  )
}
