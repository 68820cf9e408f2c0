import './families.css'
import { Await, Button, Empty, Link, Section, tell } from '../../web-kit/index.ts'
import type { FamiliesView } from '../contract.ts'
import { AddEntry, EntryTools } from './EntryTools.tsx'
import { languageName } from './names.ts'
import { say } from './say.ts'
import { familiesApi, useFamilies } from './use-families.ts'

/** The terms of a conversation in its languages. Everybody reads them; hosts keep them. */
export function Glossary({ venueId, all }: { venueId: string; all: string }) {
  const { families, changed } = useFamilies(venueId)
  return (
    <Await of={families}>
      {(view) => (
        <div className="stack">
          <Link to={all}>{say('themes.all')}</Link>
          <GlossaryList view={view} onChanged={changed} />
        </div>
      )}
    </Await>
  )
}

type Props = { readonly view: FamiliesView; readonly onChanged: (view: FamiliesView) => void }

/** The entries, and for hosts what may be one. */
export function GlossaryList({ view, onChanged }: Props) {
  const hosts = view.may.shape.ok
  return (
    <>
      <Section title={say('themes.glossary')} actions={hosts && <AddEntry view={view} onChanged={onChanged} />}>
        <p className="theme-lead">{say('themes.glossary.text')}</p>
        {view.glossary.length === 0 && <Empty icon="globe" title={say('themes.glossary.none')} />}
        <ul className="plain-list">
          {view.glossary.map((entry) => (
            <li key={entry.id} className="glossary-entry">
              <dl>
                {entry.terms.map(({ language, terms }) => (
                  <div key={language}>
                    <dt>{languageName(language)}</dt>
                    <dd lang={language} dir="auto">
                      {terms.join(', ')}
                    </dd>
                  </div>
                ))}
              </dl>
              {hosts && <EntryTools entry={entry} view={view} onChanged={onChanged} />}
            </li>
          ))}
        </ul>
      </Section>
      {view.suggestedTerms.length > 0 && <Suggested view={view} onChanged={onChanged} />}
    </>
  )
}

function Suggested({ view, onChanged }: Props) {
  const send = familiesApi.useSend('POST /api/venues/:venueId/glossary')
  const known = new Set(view.glossary.flatMap(({ terms }) => terms.flatMap((one) => one.terms)))
  const open = view.suggestedTerms.filter(({ words }) => words.some((word) => !known.has(word)))
  return (
    <Section title={say('themes.glossary.suggested')}>
      <p className="theme-lead">{say('themes.glossary.suggested.text')}</p>
      <ul className="plain-list">
        {open.map(({ a, b, words: [left = '', right = ''] }) => {
          const terms = [
            { language: a, terms: [left] },
            { language: b, terms: [right] },
          ]
          const accept = () =>
            send.mutate(
              { venueId: view.venueId, terms },
              {
                onSuccess: (now) => {
                  onChanged(now)
                  tell(say('themes.glossary.added'))
                },
              },
            )
          return (
            <li key={`${left} ${right}`} className="row glossary-entry">
              <span>
                <span lang={a}>{left}</span> = <span lang={b}>{right}</span>
              </span>
              <Button
                small
                busy={send.isPending}
                onPress={accept}
                aria-label={say('themes.glossary.accept.one', { left, right })}
              >
                {say('themes.glossary.accept')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
