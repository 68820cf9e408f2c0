import { type ReactNode, useState } from 'react'
import { Badge, Card, Link, Radios, Sparkline } from '../../web-kit/index.ts'
import type { Lens, ThemeSummary, ThemesView } from '../contract.ts'
import { decimal, languageName, nameOf, percent } from './names.ts'
import { say } from './say.ts'
import { VoiceQuote } from './VoiceQuote.tsx'

type Order = Lens | 'all'
const ORDERS: readonly Order[] = ['all', 'rising', 'least-heard', 'unresolved']

type Listed = { readonly theme: ThemeSummary; readonly because: string | null }

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
        {listed.map(({ theme, because }) => (
          <Card as="li" key={theme.id}>
            <ThemeHead theme={theme} to={pathOf(theme.id)} showLanguage={several} />
            {because && <p className="theme-because">{because}</p>}
            {theme.voices[0] && <VoiceQuote voice={theme.voices[0]} />}
            {theme.hourly.some((count) => count > 0) && (
              <Sparkline values={theme.hourly} label={say('themes.timeline')} />
            )}
          </Card>
        ))}
      </ol>
    </section>
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

function inOrder({ themes, lenses }: ThemesView, order: Order): Listed[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]))
  const found = (id: string, because: string): Listed[] => {
    const theme = known.get(id)
    return theme ? [{ theme, because }] : []
  }
  if (order === 'rising') {
    return lenses.rising.flatMap(({ themeId, peopleAnHour, usual }) =>
      found(themeId, say('themes.rising.one', { now: decimal(peopleAnHour), usual: decimal(usual) })),
    )
  }
  if (order === 'least-heard') {
    return lenses.leastHeard.flatMap(({ themeId, heardBy }) =>
      found(themeId, say('themes.heard.one', { count: heardBy })),
    )
  }
  if (order === 'unresolved') {
    return lenses.unresolved.flatMap(({ themeId, openQuestions: questions, openObjections: objections }) =>
      found(themeId, say('themes.unresolved.one', { questions, objections })),
    )
  }
  return themes.toSorted((a, b) => b.people - a.people).map((theme) => ({ theme, because: null }))
}
