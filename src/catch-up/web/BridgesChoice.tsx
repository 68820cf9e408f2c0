import { useQueryClient } from '@tanstack/react-query'
import { Await, Card, Problem, Section, Switch } from '../../web-kit/index.ts'
import type { ChoiceView } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'

/** One switch: whether I am told of people whom I have not met, and they of me. */
export function BridgesChoice() {
  const choice = api.useAnswer('GET /api/catch-up/choice')
  return (
    <Section title={say('catch-up.bridges.title')}>
      <Card>
        <Await of={choice}>{(chosen) => <Bridges choice={chosen} />}</Await>
      </Card>
    </Section>
  )
}

/** The switch by itself. */
export function Bridges({ choice }: { choice: ChoiceView }) {
  const client = useQueryClient()
  const save = api.useSend('PUT /api/catch-up/choice')
  const { feed: _feed, ...chosen } = choice
  const choose = (bridges: boolean) =>
    save.mutate(
      { ...chosen, bridges },
      { onSuccess: (saved) => client.setQueryData(api.answerOf('GET /api/catch-up/choice').queryKey, saved) },
    )
  return (
    <div className="stack">
      <Switch
        label={say('catch-up.bridges')}
        hint={say(choice.bridges ? 'catch-up.bridges.hint' : 'catch-up.bridges.off')}
        checked={choice.bridges}
        disabled={save.isPending}
        onChange={choose}
      />
      {save.error && <Problem small error={save.error} />}
    </div>
  )
}
