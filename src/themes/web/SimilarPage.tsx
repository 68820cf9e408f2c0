import { useId, useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { AgreeButton, usePlaces, type WritingNow } from '../../conversation/web/index.ts'
import { Button, Link, Prose } from '../../web-kit/index.ts'
import { languageName } from './names.ts'
import { say } from './say.ts'
import { type FoundSimilar, useSimilar } from './use-similar.ts'

/** Beneath a composer, put there by the app as a page is put on its path: what others have written like it. It takes no focus, holds nobody up and can be folded away. */
export function Similar({ venueId, text, answers, onBuild }: WritingNow) {
  const { found, changed } = useSimilar(venueId, text)
  const others = found.filter(({ contribution }) => contribution.id !== answers && !contribution.mine)
  return <SimilarList items={others} onChanged={changed} onBuild={onBuild} />
}

type Listed = {
  readonly items: readonly FoundSimilar[]
  readonly onChanged: (item: ContributionView) => void
  readonly onBuild: (item: ContributionView) => void
}

export function SimilarList({ items, onChanged, onBuild }: Listed) {
  const id = useId()
  const [folded, fold] = useState(false)
  const isThere = items.length > 0
  return (
    <>
      <p className="visually-hidden" role="status">
        {isThere && !folded && say('themes.similar.there')}
      </p>
      {isThere && (
        <section className="similar" aria-labelledby={`${id}-title`}>
          <header className="row">
            <h3 id={`${id}-title`}>{say('themes.similar.title', { count: items.length })}</h3>
            <Button
              small
              kind="quiet"
              icon={folded ? 'down' : 'up'}
              aria-expanded={!folded}
              aria-controls={`${id}-list`}
              onPress={() => fold(!folded)}
            >
              {say(folded ? 'themes.similar.unfold' : 'themes.similar.fold')}
            </Button>
          </header>
          <div id={`${id}-list`} hidden={folded}>
            <ul className="plain-list">
              {items.map((item) => (
                <OneSimilar key={item.contribution.id} similar={item} onChanged={onChanged} onBuild={onBuild} />
              ))}
            </ul>
            <p className="quiet-text">{say('themes.similar.post')}</p>
          </div>
        </section>
      )}
    </>
  )
}

function OneSimilar({ similar, onChanged, onBuild }: Omit<Listed, 'items'> & { similar: FoundSimilar }) {
  const places = usePlaces()
  const { contribution: item, across } = similar
  const to = places.thread(item.threadId, item.parentId === null ? {} : { at: item.id })
  return (
    <li className="similar-one">
      {across && (
        <p className="similar-across">{say('themes.similar.across', { language: languageName(across.language) })}</p>
      )}
      <div className="similar-words reading">
        {item.title ? (
          <Link to={to} lang={item.language}>
            {item.title}
          </Link>
        ) : (
          <Prose html={item.html} lang={item.language} />
        )}
      </div>
      <div className="row">
        <AgreeButton item={item} onChanged={onChanged} />
        <Button small icon="build" onPress={() => onBuild(item)}>
          {say('themes.similar.build')}
        </Button>
        {!item.title && <Link to={to}>{say('themes.similar.read')}</Link>}
      </div>
    </li>
  )
}
