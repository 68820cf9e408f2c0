import { useState } from 'react'
import { Await, Beside, Empty, Link, RefusalError, Section, Table } from '../../web-kit/index.ts'
import type { ThemeView } from '../contract.ts'
import { api } from './api.ts'
import { ChangesBelow } from './ChangesBelow.tsx'
import type { Chosen } from './Choosing.tsx'
import { InOtherLanguages } from './FamilyParts.tsx'
import { ChooseBar, ThemeTools } from './HostParts.tsx'
import { type Allowed, PagedItems, SomeItems } from './Items.tsx'
import { nameOf } from './names.ts'
import { say } from './say.ts'
import { ThemeFacts } from './ThemeList.tsx'
import { Timeline } from './Timeline.tsx'
import type { ThemePlaces } from './theme-places.ts'
import { type Shaping, useShaping } from './use-shaping.ts'
import { VoiceQuote } from './VoiceQuote.tsx'

type Props = {
  readonly venueId: string
  readonly themeId: string
  readonly all: string
  readonly places: ThemePlaces
  readonly may: Allowed
}

/** One theme: its voices, what builds on it and what objects, open questions, when and who, and all of it. */
export function ThemeInFull({ venueId, themeId, all, places, may }: Props) {
  const theme = api.useAnswer('GET /api/themes/:themeId', { themeId })
  const shaping = useShaping(venueId)
  if (theme.error instanceof RefusalError && theme.error.status === 404) {
    return (
      <Empty icon="jams" title={say('themes.absent')}>
        {say('themes.absent.text')} <Link to={all}>{say('themes.all')}</Link>
      </Empty>
    )
  }
  return (
    <Await of={theme}>
      {(view) => (
        <article className="stack">
          <Link to={all}>{say('themes.all')}</Link>
          <h2>{nameOf(view.theme)}</h2>
          <ThemeFacts theme={view.theme} showLanguage />
          <SpokenFor view={view} />
          <div>
            <Beside kind="theme" id={themeId} />
          </div>
          {view.may.shape.ok && <ThemeTools theme={view.theme} shaping={shaping} />}
          <Voices view={view} />
          <Beside kind="asked-of-theme" id={themeId} within={venueId} />
          <InOtherLanguages venueId={venueId} themeId={themeId} places={places} />
          <SomeItems title={say('themes.builds')} items={view.strongestBuilds} may={may} />
          <SomeItems title={say('themes.objections')} items={view.strongestObjections} may={may} />
          <SomeItems title={say('themes.questions')} items={view.openQuestions} may={may} />
          <SomeItems title={say('themes.seldom')} why={say('themes.seldom.why')} items={view.seldomRead} may={may} />
          <Timeline steps={view.timeline} />
          <Hubs view={view} />
          <ChangesBelow
            changes={view.changes}
            pathOf={places.theme}
            onChanged={view.may.shape.ok ? shaping.onChanged : undefined}
          />
          <Every venueId={venueId} view={view} may={may} shaping={shaping} />
        </article>
      )}
    </Await>
  )
}

/** Who was at meetings is in no number of people: a line of its own. */
function SpokenFor({ view: { spokenFor } }: { view: ThemeView }) {
  const { meetings, people } = spokenFor
  if (meetings === 0) return null
  return (
    <p className="quiet-text">
      {people > 0
        ? say('themes.spoken-for', { count: meetings, people })
        : say('themes.spoken-for.few', { count: meetings })}
    </p>
  )
}

function Voices({ view }: { view: ThemeView }) {
  return (
    <>
      {view.theme.voices.length > 0 && (
        <Section title={say('themes.voices')}>
          {view.theme.voices.map((voice) => (
            <VoiceQuote key={`${voice.contributionId} ${voice.sentence}`} voice={voice} />
          ))}
        </Section>
      )}
      {view.subthemes.length > 0 && (
        <Section title={say('themes.subthemes')}>
          <ul>
            {view.subthemes.map(({ label, people }) => (
              <li key={label}>
                {label} <span className="quiet-text">{say('themes.people', { count: people })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Hubs({ view }: { view: ThemeView }) {
  if (view.hubs.length === 0) return null
  return (
    <Section title={say('themes.hubs.title')}>
      <Table
        caption={say('themes.hubs.title')}
        captionHidden
        columns={[
          { key: 'hub', head: say('themes.hubs.hub'), names: true, cell: ({ name }) => name },
          { key: 'people', head: say('themes.table.people'), number: true, cell: ({ people }) => people },
        ]}
        rows={view.hubs}
        keyOf={({ name }) => name}
      />
    </Section>
  )
}

type EveryProps = { venueId: string; view: ThemeView; may: Allowed; shaping: Shaping }

function Every({ venueId, view, may, shaping }: EveryProps) {
  const { theme } = view
  const [chosen, choose] = useState<Chosen>(null)
  const first = api.useAnswer('GET /api/themes/:themeId/contributions', { themeId: theme.id })
  return (
    <Section title={say('themes.every')}>
      {view.may.shape.ok && (
        <ChooseBar venueId={venueId} theme={theme} shaping={shaping} chosen={chosen} onChoose={choose} />
      )}
      <PagedItems
        key={shaping.round}
        first={first}
        load={(before) => api.call('GET /api/themes/:themeId/contributions', { themeId: theme.id, before })}
        may={may}
        chosen={chosen}
        onChoose={choose}
      />
    </Section>
  )
}
