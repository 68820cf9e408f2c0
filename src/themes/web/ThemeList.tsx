import { type ReactNode, useState } from 'react'
import { Badge, Card, Link, Radios, Sparkline } from '../../web-kit/index.ts'
import type { Lens, SmallVoice, ThemeSummary, ThemesView } from '../contract.ts'
import { decimal, languageName, nameOf, percent } from './names.ts'
import { SmallVoiceCard } from './SmallVoiceCard.tsx'
import { say } from './say.ts'
import { VoiceQuote } from './VoiceQuote.tsx'

type Order = Lens | 'all' | 'small'
const ORDERS: readonly Order[] = ['all', 'rising', 'least-heard', 'unresolved', 'small']

type Listed = { readonly theme: ThemeSummary; readonly because: string | null } | { readonly small: SmallVoice }

/** The themes in the order that the reader chose, each with the reason why it stands where it does. */
export function ThemeList({ view, pathOf }: { view: ThemesView; pathOf: (themeId: string) => string }) {
  const [order, setOrder] = useState<Order>('all')
  const listed = inOrder(view, order)
  const several = new Set(view.themes.map(({ language }) => language)).size > 1
  return (
    <section className="theme-list">
      <Radios
        inline
        legend={say('themes.lens')}
        legendHidden
        value={order}
        options={ORDERS.map((value) => ({ value, label: say(`themes.lens.${value}`) }))}
        onChange={setOrder}
      />
      <p className="quiet-text">{say(`themes.lens.${order}.why`)}</p>
      {listed.length === 0 && <p>{say('themes.lens.empty')}</p>}
      <ol className="plain-list theme-cards">
        {listed.map((one) =>
          'small' in one ? (
            <SmallVoiceCard
              key={`${one.small.reason} ${one.small.voice.contributionId}`}
              small={one.small}
              pathOf={pathOf}
            />
          ) : (
            <ThemeCard key={one.theme.id} {...one} to={pathOf(one.theme.id)} showLanguage={several} />
          ),
        )}
      </ol>
    </section>
  )
}

type CardProps = {
  readonly theme: ThemeSummary
  readonly because: string | null
  readonly to: string
  readonly showLanguage: boolean
}

function ThemeCard({ theme, because, to, showLanguage }: CardProps) {
  return (
    <Card as="li">
      <ThemeHead theme={theme} to={to} showLanguage={showLanguage} />
      {because && <p className="theme-because">{because}</p>}
      {theme.voices[0] && <VoiceQuote voice={theme.voices[0]} />}
      {theme.hourly.some((count) => count > 0) && <Sparkline values={theme.hourly} label={say('themes.timeline')} />}
    </Card>
  )
}

function ThemeHead({ theme, to, showLanguage }: { theme: ThemeSummary; to: string; showLanguage: boolean }) {
  return (
    <>
      <h2>
        <Link to={to}>{nameOf(theme)}</Link>
      </h2>
      <ThemeFacts theme={theme} showLanguage={showLanguage} />
    </>
  )
}

/** What is counted of a theme, in one line. */
export function ThemeFacts({ theme, showLanguage }: { theme: ThemeSummary; showLanguage: boolean }): ReactNode {
  return (
    <p className="row quiet-text">
      <span>{say('themes.people', { count: theme.people })}</span>
      <span>{say('themes.contributions', { count: theme.contributions })}</span>
      {theme.hubs > 1 && <span>{say('themes.hubs', { count: theme.hubs })}</span>}
      {theme.agreement !== null && <span>{say('themes.agreement', { share: percent(theme.agreement) })}</span>}
      {theme.split !== null && theme.split > 0.8 && <Badge>{say('themes.divided')}</Badge>}
      {showLanguage && <Badge>{languageName(theme.language)}</Badge>}
      {theme.pinned && <Badge tone="leaf">{say('themes.pinned')}</Badge>}
    </p>
  )
}

function inOrder({ themes, lenses, smallVoices, headline }: ThemesView, order: Order): Listed[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]))
  const found = (id: string, because: string | null): Listed[] => {
    const theme = known.get(id)
    return theme ? [{ theme, because }] : []
  }
  if (order === 'rising') {
    return lenses.rising.flatMap(({ themeId, peopleAnHour, usual }) =>
      found(themeId, say('themes.rising.one', { now: decimal(peopleAnHour), usual: decimal(usual) })),
    )
  }
  if (order === 'least-heard') {
    return lenses.leastHeard.flatMap(({ themeId, share, belowFloor }) =>
      found(themeId, say('themes.heard.one', { share: percent(share), count: belowFloor })),
    )
  }
  if (order === 'unresolved') {
    return lenses.unresolved.flatMap(({ themeId, openQuestions: questions, openObjections: objections }) =>
      found(themeId, say('themes.unresolved.one', { questions, objections })),
    )
  }
  const small = (at: number): Listed[] => smallVoices.slice(at, at + 1).map((one) => ({ small: one }))
  if (order === 'small') return smallVoices.map((one) => ({ small: one }))
  return headline.flatMap(({ themeId, voice }) => (themeId === null ? small(voice ?? 0) : found(themeId, null)))
}
