import { usePlaces } from '../../conversation/web/index.ts'
import { Link } from '../../web-kit/index.ts'
import type { LanguageVoice } from '../contract.ts'
import { ThemeInFamily } from './FamilyCard.tsx'
import { languageName, percent } from './names.ts'
import { say } from './say.ts'

type Props = { readonly languages: readonly LanguageVoice[]; readonly pathOf: (themeId: string) => string }

/** Every language of the conversation: those among the headline themes in a sentence, those of 2 % of people with a
 *  paragraph of their own, the others listed. */
export function LanguageVoices({ languages, pathOf }: Props) {
  const of = (heard: LanguageVoice['heard']) => languages.filter((one) => one.heard === heard)
  return (
    <>
      {of('headlines').length > 0 && <p>{say('themes.languages.headlines', { languages: listOf(of('headlines')) })}</p>}
      {of('paragraph').map((one) => (
        <Paragraph key={one.language} one={one} pathOf={pathOf} />
      ))}
      {of('listed').length > 0 && (
        <p className="quiet-text">{say('themes.languages.listed', { languages: listOf(of('listed')) })}</p>
      )}
    </>
  )
}

const listOf = (languages: readonly LanguageVoice[]): string => languages.map(withPeople).join(', ')

function withPeople({ language, people, share }: LanguageVoice): string {
  if (people === null || share === null) return say('themes.languages.few', { language: languageName(language) })
  return say('themes.languages.one', { language: languageName(language), count: people, share: percent(share) })
}

function Paragraph({ one, pathOf }: { one: LanguageVoice; pathOf: (themeId: string) => string }) {
  const places = usePlaces()
  return (
    <div className="language-voice">
      <h3>{withPeople(one)}</h3>
      <p>{say(one.themes.length > 0 ? 'themes.languages.paragraph' : 'themes.languages.no-theme')}</p>
      {one.themes.map((theme) => (
        <ThemeInFamily key={theme.id} theme={theme} pathOf={pathOf} />
      ))}
      <ul className="family-reasons">
        {one.newest.map(({ contributionId, title }) => (
          <li key={contributionId} lang={one.language} dir="auto">
            <Link to={places.thread(contributionId)}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
