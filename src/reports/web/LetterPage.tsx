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
  const { edition, written } = letter
  if (!edition)
    return (
      <Empty icon="mail" title={say('reports.letter')}>
        {say('reports.letter.waits')}
      </Empty>
    )
  if (written.length === 0 && letter.became.length === 0)
    return (
      <Empty icon="mail" title={say('reports.letter')}>
        {say('reports.letter.none')}
      </Empty>
    )
  return (
    <div className="stack stack-wide">
      <BecameOfMine became={letter.became} jamId={jamId} />
      {written.length > 0 && <Fed jamId={jamId} letter={letter} />}
    </div>
  )
}

/** What was answered to all that I wrote, agreed to or follow. */
export function BecameOfMine({ became, jamId }: { became: Letter['became']; jamId: string }) {
  if (became.length === 0) return null
  return (
    <Section title={say('letter.became')}>
      <ul className="plain-list stack">
        {became.map((one) => (
          <li key={one.id} className="card card-raised">
            <Link to={`/jams/${jamId}/decisions`} className="reading">
              {one.name}
            </Link>
            <p>{say(`letter.became.${one.answer}`, { reason: one.reason })}</p>
            <p className="quiet-text">
              {one.why.map((why) => say(`letter.why.${why}`)).join(' · ')}
              {one.state && ` · ${say(`letter.state.${one.state}`)}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Fed({ jamId, letter: { written, totals } }: { jamId: string; letter: Letter }) {
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
