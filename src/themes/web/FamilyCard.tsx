import { Badge, Card, Link, Note } from '../../web-kit/index.ts'
import type { FamilyTheme, FamilyView, LinkEvidence, ThemeLinkView } from '../contract.ts'
import { decimal, languageName, nameOf, percent } from './names.ts'
import { say } from './say.ts'
import { VoiceQuote } from './VoiceQuote.tsx'

type Props = {
  readonly family: FamilyView
  /** The links that it rests on. */
  readonly links: readonly ThemeLinkView[]
  readonly pathOf: (themeId: string) => string
}

/** Themes of several languages about one thing, a column for each language. */
export function FamilyCard({ family, links, pathOf }: Props) {
  const { columns, unquoted, people, contributions, confirmed, confidence } = family
  return (
    <Card as="li">
      <h3 className="family-name">
        {columns.map(({ language, themes }) => (
          <span key={language} lang={language} dir="auto">
            {themes.map(nameOf).join(', ')}
          </span>
        ))}
      </h3>
      <p className="row quiet-text">
        <span>{say('themes.people', { count: people })}</span>
        <span>{say('themes.contributions', { count: contributions })}</span>
        {confirmed ? (
          <Badge tone="leaf">{say('themes.family.confirmed')}</Badge>
        ) : (
          <Badge>{say('themes.family.sure', { share: percent(confidence) })}</Badge>
        )}
      </p>
      <div className="family-columns">
        {columns.map(({ language, people: within, themes }) => (
          <div key={language}>
            <h4>
              {languageName(language)} <span className="quiet-text">{say('themes.people', { count: within })}</span>
            </h4>
            {themes.map((theme) => (
              <ThemeInFamily key={theme.id} theme={theme} pathOf={pathOf} />
            ))}
          </div>
        ))}
      </div>
      {unquoted.length > 0 && (
        <Note tone="pollen">{say('themes.family.unquoted', { languages: languagesOf(unquoted) })}</Note>
      )}
      <Reasons links={links} />
    </Card>
  )
}

export const languagesOf = (tags: readonly string[]): string => tags.map(languageName).join(', ')

/** A theme with a sentence that was said in it, in its own language. */
export function ThemeInFamily({ theme, pathOf }: { theme: FamilyTheme; pathOf: (themeId: string) => string }) {
  const [quote] = theme.quotes
  return (
    <div lang={theme.language} dir="auto">
      <Link to={pathOf(theme.id)}>{nameOf(theme)}</Link>
      {quote && <VoiceQuote voice={quote} />}
    </div>
  )
}

function Reasons({ links }: { links: readonly ThemeLinkView[] }) {
  if (links.length === 0) return null
  return (
    <details>
      <summary>{say('themes.family.why')}</summary>
      <ul className="plain-list">
        {links.map((link) => (
          <li key={`${link.a.id} ${link.b.id}`}>
            <b>
              {nameOf(link.a)} – {nameOf(link.b)}
            </b>
            <Evidence link={link} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What speaks for two themes being about one thing, in words. */
export function Evidence({ link }: { link: ThemeLinkView }) {
  return (
    <ul className="family-reasons">
      {link.said === 'one' && <li>{say('themes.evidence.said')}</li>}
      {link.evidence.map((evidence) => (
        <li key={evidence.kind}>{sentenceOf(evidence)}</li>
      ))}
    </ul>
  )
}

function sentenceOf({ kind, both, expected, words }: LinkEvidence): string {
  if (both === null) return say('themes.evidence.few')
  const sentence = say(`themes.evidence.${kind}`, { count: both, expected: decimal(expected) })
  return words.length > 0 ? `${sentence} ${say('themes.evidence.words', { words: words.join(', ') })}` : sentence
}
