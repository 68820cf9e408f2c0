import { useState } from 'react'
import type { conversationContract } from '../../../conversation/contract.ts'
import type { jamsContract } from '../../../jams/contract.ts'
import type { themesContract } from '../../../themes/contract.ts'
import { Await, apiOf, Button, Checkbox, Form, Select, TextArea, tell } from '../../../web-kit/index.ts'
import { SENTENCE_MAX, SOURCES_MAX } from '../../contract.ts'
import { api } from '../api.ts'
import { say } from '../say.ts'

const reads = apiOf<typeof conversationContract & typeof jamsContract & typeof themesContract>()

const [LATEST, MINE, SMALL] = ['latest', 'mine', 'small'] as const

/** A sentence and the contributions it comes from: those of a theme, the latest, small voices, or one's own. */
export function MakeIdea({ jamId, onMade }: { jamId: string; onMade: () => void }) {
  const [sentence, setSentence] = useState('')
  const [from, setFrom] = useState<string>(LATEST)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const send = api.useSend('POST /api/jams/:jamId/ideas')
  const isTheme = from !== LATEST && from !== MINE && from !== SMALL
  const make = () =>
    send.mutate(
      { jamId, sentence, contributionIds: [...chosen].slice(0, SOURCES_MAX), themeId: isTheme ? from : null },
      {
        onSuccess: () => {
          tell(say('ideas.made'))
          onMade()
        },
      },
    )
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section className="card card-raised" aria-label={say('ideas.make')}>
      <Form onSend={make} busy={send.isPending} error={send.error} aria-label={say('ideas.make')}>
        <TextArea
          oneLine
          label={say('ideas.sentence')}
          hint={say('ideas.sentence.hint')}
          value={sentence}
          onChange={setSentence}
          counter={{ from: SENTENCE_MAX - 60, max: SENTENCE_MAX }}
        />
        <From jamId={jamId} value={from} onChange={setFrom} />
        <Choices jamId={jamId} from={from} chosen={chosen} onToggle={toggle} />
        <div className="row">
          <Button
            type="submit"
            kind="primary"
            busy={send.isPending}
            may={chosen.size > 0 ? { ok: true } : { ok: false, because: 'ideas.choose', sentence: say('ideas.choose') }}
          >
            {say('ideas.make.act')}
          </Button>
          <span role="status">{say('ideas.chosen', { count: chosen.size })}</span>
        </div>
      </Form>
    </section>
  )
}

function From({ jamId, value, onChange }: { jamId: string; value: string; onChange: (value: string) => void }) {
  const themes = reads.useAnswer('GET /api/venues/:venueId/themes', { venueId: jamId })
  const options = [
    { value: LATEST, label: say('ideas.from.latest') },
    { value: MINE, label: say('ideas.from.mine') },
    { value: SMALL, label: say('ideas.from.small') },
    ...(themes.data?.themes ?? []).map(({ id, name, label }) => ({
      value: id,
      label: say('ideas.from.theme', { theme: name ?? label }),
    })),
  ]
  return <Select label={say('ideas.from')} value={value} options={options} onChange={onChange} />
}

type ChoicesProps = {
  readonly jamId: string
  readonly from: string
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string, on: boolean) => void
}

function Choices(props: ChoicesProps) {
  const { jamId, from } = props
  if (from === MINE) return <Own {...props} />
  if (from === SMALL) return <Small {...props} />
  return from === LATEST ? <Latest {...props} jamId={jamId} /> : <OfTheme {...props} />
}

function Latest(props: ChoicesProps) {
  const page = reads.useAnswer('GET /api/venues/:venueId/contributions', { venueId: props.jamId, limit: 50 })
  return <Await of={page}>{({ items }) => <Boxes {...props} items={items} />}</Await>
}

function OfTheme(props: ChoicesProps) {
  const page = reads.useAnswer('GET /api/themes/:themeId/contributions', { themeId: props.from, limit: 100 })
  return <Await of={page}>{({ items }) => <Boxes {...props} items={items} />}</Await>
}

function Own(props: ChoicesProps) {
  const mine = reads.useAnswer('GET /api/jams/:jamId/mine', { jamId: props.jamId })
  return (
    <Await of={mine}>
      {({ written }) => <Boxes {...props} items={written.map(({ contribution }) => contribution)} />}
    </Await>
  )
}

function Small(props: ChoicesProps) {
  const themes = reads.useAnswer('GET /api/venues/:venueId/themes', { venueId: props.jamId })
  return (
    <Await of={themes}>
      {({ smallVoices }) => (
        <Boxes
          {...props}
          items={smallVoices.map(({ voice }) => ({
            id: voice.contributionId,
            title: voice.sentence,
            html: '',
            language: 'und',
          }))}
        />
      )}
    </Await>
  )
}

type Item = {
  readonly id: string
  readonly title: string | null
  readonly html: string
  readonly language: string
  readonly retracted?: boolean
}

/** Of a reply the beginning of its words stands for a title. */
const titleOf = ({ title, html }: Item): string =>
  title ??
  html
    .replaceAll(/<[^>]{0,500}>/g, ' ')
    .trim()
    .slice(0, 140)

function Boxes({ items, chosen, onToggle }: ChoicesProps & { items: readonly Item[] }) {
  const there = items.filter(({ retracted }) => !retracted)
  if (there.length === 0) return <p className="quiet-text">{say('ideas.from.none')}</p>
  return (
    <fieldset className="idea-choices">
      <legend className="field-label">{say('ideas.choose')}</legend>
      {there.map((item) => (
        <Checkbox
          key={item.id}
          label={
            <span className="reading" lang={item.language}>
              {titleOf(item)}
            </span>
          }
          checked={chosen.has(item.id)}
          onChange={(on) => onToggle(item.id, on)}
        />
      ))}
    </fieldset>
  )
}
