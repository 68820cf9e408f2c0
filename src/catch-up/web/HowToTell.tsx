import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, CopyField, Form, Section, Select, Switch, tell } from '../../web-kit/index.ts'
import type { ChoiceView } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }))

/** The daily letter with its hour and quiet hours, and the feed with its secret address. */
export function HowToTell({ choice }: { choice: ChoiceView }) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState(choice)
  const save = api.useSend('PUT /api/catch-up/choice')
  const hour = (name: 'digestHour' | 'quietFrom' | 'quietTo', label: string) => (
    <Select
      label={label}
      value={String(chosen[name])}
      options={HOURS}
      onChange={(value) => setChosen({ ...chosen, [name]: Number(value) })}
    />
  )
  const send = async () => {
    const { feed: _feed, ...wanted } = chosen
    const saved = await save.mutateAsync(wanted)
    client.setQueryData(api.answerOf('GET /api/catch-up/choice').queryKey, saved)
    tell(say('catch-up.choice.saved'))
  }
  return (
    <>
      <Section title={say('catch-up.choice.title')}>
        <Form onSend={() => void send().catch(() => {})} busy={save.isPending} error={save.error}>
          <Switch
            label={say('catch-up.choice.digest')}
            checked={chosen.digest}
            onChange={(digest) => setChosen({ ...chosen, digest })}
          />
          <div className="catch-asked">
            {hour('digestHour', say('catch-up.choice.hour'))}
            {hour('quietFrom', say('catch-up.choice.quiet-from'))}
            {hour('quietTo', say('catch-up.choice.quiet-to'))}
          </div>
          <div>
            <Button kind="primary" type="submit" busy={save.isPending}>
              {say('catch-up.choice.save')}
            </Button>
          </div>
        </Form>
      </Section>
      <Feed there={choice.feed} />
    </>
  )
}

function Feed({ there }: { there: boolean }) {
  const client = useQueryClient()
  const make = api.useSend('POST /api/catch-up/feed')
  const end = api.useSend('DELETE /api/catch-up/feed')
  const again = () => client.invalidateQueries(api.answerOf('GET /api/catch-up/choice'))
  const ended = () => {
    make.reset()
    return again()
  }
  const address = make.data?.address
  return (
    <Section title={say('catch-up.feed.title')}>
      <p className="quiet-text">{say('catch-up.feed.help')}</p>
      {address && <CopyField label={say('catch-up.feed.address')} value={address} />}
      <div className="catch-actions">
        <Button icon="link" busy={make.isPending} onPress={() => make.mutate({}, { onSuccess: again })}>
          {say(there ? 'catch-up.feed.renew' : 'catch-up.feed.make')}
        </Button>
        {there && (
          <Button kind="quiet" onPress={() => end.mutate({}, { onSuccess: ended })}>
            {say('catch-up.feed.end')}
          </Button>
        )}
      </div>
    </Section>
  )
}
