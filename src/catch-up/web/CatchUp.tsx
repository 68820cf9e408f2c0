import './catch-up.css'
import { useState } from 'react'
import { Button, Empty, Link, LinkButton, Note, Section, tell, useSearchParam } from '../../web-kit/index.ts'
import type { CardView, CatchUpView } from '../contract.ts'
import { addressOfRest, sumLine } from '../rules/forms.ts'
import { api } from './api.ts'
import { CatchUpCard } from './CatchUpCard.tsx'
import { say } from './say.ts'

/** What somebody missed, in its sections. Nothing of it moves while it is read: a dismissed card leaves alone. */
export function CatchUp({ view }: { view: CatchUpView }) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [only] = useSearchParam('only')
  const dismiss = (card: CardView) => {
    setGone(new Set([...gone, card.key]))
    tell(say('catch-up.dismissed'))
    if (card.theme) void api.call('POST /api/catch-up/seen', { themeIds: [card.theme.id] }).catch(() => {})
  }
  const sections = view.sections.filter(({ cards }) => cards.length > 0)
  return (
    <div className="stack stack-wide">
      <p className="catch-sum">{sumLine(view, { say: say as never })}</p>
      {!view.kept && <Note>{say('catch-up.by-time')}</Note>}
      {sections.length === 0 && <NothingNew />}
      {sections.map(({ key, cards, left }) => (
        <Section key={key} title={say(`catch-up.section.${key}`)}>
          <ul className="plain-list catch-list">
            {cards.map((card) =>
              gone.has(card.key) ? null : <CatchUpCard key={card.key} card={card} onDismiss={dismiss} />,
            )}
          </ul>
          {left > 0 && <MoreOf section={key} count={left} />}
        </Section>
      ))}
      {only ? <AllSections /> : <Remainders view={view} />}
    </div>
  )
}

function NothingNew() {
  return (
    <Empty
      icon="check"
      title={say('catch-up.empty')}
      action={
        <LinkButton kind="primary" to="/jams">
          {say('catch-up.to-jams')}
        </LinkButton>
      }
    >
      {say('catch-up.empty.more')}
    </Empty>
  )
}

function MoreOf({ section, count }: { section: string; count: number }) {
  const [, show] = useSearchParam('only')
  return (
    <p>
      <Button small onPress={() => show(section)}>
        {say('catch-up.all-of-section', { count })}
      </Button>
    </p>
  )
}

function AllSections() {
  const [, show] = useSearchParam('only')
  return (
    <p>
      <Button small icon="previous" onPress={() => show(undefined)}>
        {say('catch-up.back')}
      </Button>
    </p>
  )
}

/** Everything new that is not shown, by theme, each with the way to it. */
function Remainders({ view }: { view: CatchUpView }) {
  if (view.remainders.length === 0) return null
  return (
    <details className="catch-rest">
      <summary>{say('catch-up.remainders')}</summary>
      <ul>
        {view.remainders.map((rest) => (
          <li key={`${rest.jamId}/${rest.themeId}`}>
            <Link to={addressOfRest(rest)}>{rest.name}</Link> · {say('catch-up.new', { count: rest.said })}
          </li>
        ))}
      </ul>
    </details>
  )
}
