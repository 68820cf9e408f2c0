import './report.css'
import { JamFrame } from '../../jams/web/index.ts'
import { Await, Empty, Link, Loading, Menu, type PageProps, Section } from '../../web-kit/index.ts'
import type { Letter } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'

const formats = ['html', 'md'] as const

/** What my own contributions fed, by the latest edition. */
export function LetterPage({ params: { jamId } }: PageProps<'jamId'>) {
  const answer = api.useAnswer('GET /api/jams/:jamId/letter', { jamId })
  return (
    <JamFrame jamId={jamId}>
      {() => (
        <Await of={answer} loading={<Loading cards={2} />}>
          {(letter) => <MyLetter jamId={jamId} letter={letter} />}
        </Await>
      )}
    </JamFrame>
  )
}

export function MyLetter({ jamId, letter }: { jamId: string; letter: Letter }) {
  const { edition, written, totals } = letter
  if (!edition)
    return (
      <Empty icon="mail" title={say('reports.letter')}>
        {say('reports.letter.waits')}
      </Empty>
    )
  if (written.length === 0)
    return (
      <Empty icon="mail" title={say('reports.letter')}>
        {say('reports.letter.none')}
      </Empty>
    )
  return (
    <Section title={say('reports.letter')}>
      <p>
        {say('letter.written', { count: totals.written })} {say('letter.themes', { count: totals.themes })}{' '}
        {say('letter.cited', { count: totals.cited })}
      </p>
      <div className="row">
        <Menu
          kind="plain"
          label={say('reports.download')}
          entries={formats.map((format) => ({
            id: format,
            icon: 'download' as const,
            label: say(`reports.letter.download.${format}`),
            to: `/api/jams/${jamId}/letter/download?format=${format}`,
            download: true,
          }))}
        >
          {say('reports.download')}
        </Menu>
      </div>
      <ul className="plain-list stack">
        {written.map((item) => (
          <li key={item.id} className="card card-raised">
            <Link to={`/jams/${jamId}/threads/${item.threadId}?at=${item.id}`} className="reading">
              {item.title}
            </Link>
            <p className="quiet-text">{fedWhat(item)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function fedWhat({ theme, uses, place }: Letter['written'][number]): string {
  const where = theme ? say('letter.in', { theme: theme.name }) : say('letter.unsorted')
  const used = uses.map((chapter) => say(`letter.use.${chapter}`))
  return [where, ...used, ...(place === 'headline' ? [say('letter.headline')] : [])].join(' · ')
}
