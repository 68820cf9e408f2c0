import { type Column, Link, Table } from '../../web-kit/index.ts'
import type { ThemeSummary, ThemesView } from '../contract.ts'
import { GROWTH_HOURS, growthOf } from './growth.ts'
import { languageName, nameOf, percent, signed } from './names.ts'
import { say } from './say.ts'

/** The numbers behind the map. */
export function ThemeTable({ view, pathOf }: { view: ThemesView; pathOf: (themeId: string) => string }) {
  const columns: readonly Column<ThemeSummary>[] = [
    {
      key: 'theme',
      head: say('themes.table.theme'),
      names: true,
      cell: (theme) => <Link to={pathOf(theme.id)}>{nameOf(theme)}</Link>,
    },
    { key: 'people', head: say('themes.table.people'), number: true, cell: ({ people }) => people },
    {
      key: 'contributions',
      head: say('themes.table.contributions'),
      number: true,
      cell: ({ contributions }) => contributions,
    },
    { key: 'replies', head: say('themes.table.replies'), number: true, cell: ({ replies }) => replies },
    { key: 'hubs', head: say('themes.table.hubs'), number: true, cell: ({ hubs }) => hubs },
    {
      key: 'growth',
      head: say('themes.table.growth', { hours: GROWTH_HOURS }),
      number: true,
      cell: (theme) => {
        const { now, before } = growthOf(theme)
        return `${signed(now - before)} (${now}/${before})`
      },
    },
    {
      key: 'agreement',
      head: say('themes.table.agreement'),
      number: true,
      cell: ({ agreement }) => (agreement === null ? '–' : percent(agreement)),
    },
    {
      key: 'split',
      head: say('themes.table.split'),
      number: true,
      cell: ({ split }) => (split === null ? '–' : percent(split)),
    },
    { key: 'language', head: say('themes.table.language'), cell: ({ language }) => languageName(language) },
  ]
  return (
    <details className="theme-table">
      <summary>{say('themes.table')}</summary>
      <Table
        caption={say('themes.map')}
        captionHidden
        columns={columns}
        rows={view.themes}
        keyOf={(theme) => theme.id}
      />
    </details>
  )
}
