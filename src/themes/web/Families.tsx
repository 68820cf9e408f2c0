import './families.css'
import { Await, Button, Empty, Link, Section } from '../../web-kit/index.ts'
import type { FamiliesView, FamilyView, ThemeLinkView } from '../contract.ts'
import { FamilyCard, ThemeInFamily } from './FamilyCard.tsx'
import { KinQuestions } from './KinQuestions.tsx'
import { LanguageVoices } from './LanguageVoices.tsx'
import { languageName } from './names.ts'
import { say } from './say.ts'
import type { ThemePlaces } from './theme-places.ts'
import { useFamilies } from './use-families.ts'

type Props = { readonly venueId: string; readonly all: string; readonly places: ThemePlaces }

/** What is one thing in several languages; hosts are asked where the machine is not sure. */
export function Families({ venueId, all, places }: Props) {
  const { families, anew, show, changed } = useFamilies(venueId)
  return (
    <Await of={families}>
      {(view) => (
        <div className="stack">
          <div role="status" className="theme-waiting">
            {anew && (
              <Button small kind="primary" onPress={show}>
                {say('themes.anew')}
              </Button>
            )}
          </div>
          <Link to={all}>{say('themes.all')}</Link>
          <FamilyList view={view} places={places} onChanged={changed} />
        </div>
      )}
    </Await>
  )
}

type ListProps = {
  readonly view: FamiliesView
  readonly places: ThemePlaces
  readonly onChanged: (view: FamiliesView) => void
}

/** The families, the languages, and what hosts are asked. */
export function FamilyList({ view, places, onChanged }: ListProps) {
  return (
    <>
      <Section title={say('themes.families')} actions={<Link to={places.glossary}>{say('themes.glossary')}</Link>}>
        <p className="theme-lead">{say('themes.families.text')}</p>
        {view.families.length === 0 && <Empty icon="globe" title={say('themes.families.none')} />}
        <ol className="plain-list stack">
          {view.families.map((family) => (
            <FamilyCard key={family.id} family={family} links={linksOf(family, view.links)} pathOf={places.theme} />
          ))}
        </ol>
      </Section>
      {view.languages.length > 0 && (
        <Section title={say('themes.languages')}>
          <LanguageVoices languages={view.languages} pathOf={places.theme} />
        </Section>
      )}
      {view.may.shape.ok && <KinQuestions view={view} pathOf={places.theme} onChanged={onChanged} />}
    </>
  )
}

function linksOf(family: FamilyView, links: readonly ThemeLinkView[]): ThemeLinkView[] {
  const ids = new Set(family.columns.flatMap(({ themes }) => themes.map(({ id }) => id)))
  return links.filter(({ a, b, joined }) => joined && ids.has(a.id) && ids.has(b.id))
}

type Aside = { readonly venueId: string; readonly places: ThemePlaces }

/** Among the themes of a conversation of several languages: which are told of how, and the way to its families. */
export function AcrossLanguages({ venueId, places }: Aside) {
  const { families } = useFamilies(venueId)
  const view = families.data
  if (!view || view.languages.length < 2) return null
  return (
    <Section title={say('themes.languages')} actions={<Link to={places.glossary}>{say('themes.glossary')}</Link>}>
      <p>
        <Link to={places.families}>{say('themes.families.count', { count: view.families.length })}</Link>
      </p>
      <LanguageVoices languages={view.languages} pathOf={places.theme} />
    </Section>
  )
}

/** Beside a theme: the same thing in other languages. */
export function InOtherLanguages({ venueId, themeId, places }: Aside & { readonly themeId: string }) {
  const { families } = useFamilies(venueId)
  const family = families.data?.families.find(({ columns }) =>
    columns.some(({ themes }) => themes.some(({ id }) => id === themeId)),
  )
  if (!family) return null
  const others = family.columns.filter(({ themes }) => themes.every(({ id }) => id !== themeId))
  return (
    <Section title={say('themes.family.others')} actions={<Link to={places.families}>{say('themes.families')}</Link>}>
      <p className="quiet-text">{say('themes.family.people', { count: family.people })}</p>
      {others.map(({ language, themes }) => (
        <div key={language}>
          <h3>{languageName(language)}</h3>
          {themes.map((theme) => (
            <ThemeInFamily key={theme.id} theme={theme} pathOf={places.theme} />
          ))}
        </div>
      ))}
    </Section>
  )
}
