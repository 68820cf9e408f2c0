import { useState } from 'react'
import { Await, Badge, Button, classes, Link, Loading, Menu, Time } from '../../web-kit/index.ts'
import type { EditionChange, EditionView } from '../contract.ts'
import { api } from './api.ts'
import { ChangeList } from './ChangeList.tsx'
import { editionPath } from './places.ts'
import { say, sayRich } from './say.ts'

const forms = ['md', 'csv', 'json'] as const

/** An edition; the live draft may not have been made yet. */
type MaybeMade = Omit<EditionView, 'madeAt'> & { readonly madeAt: string | null }

type EditionProps = {
  readonly jamId: string
  readonly edition: MaybeMade
  /** Nothing changed in the first. */
  readonly first: boolean
  /** The one to read; those before it are there to be compared. */
  readonly latest: boolean
}

/** An edition with its permanent address, its files and what it says otherwise than the one before. */
export function Edition({ jamId, edition, first, latest }: EditionProps) {
  const { number, kind, madeAt, hash } = edition
  const [open, setOpen] = useState(false)
  const isDraft = kind === 'draft'
  return (
    <article className="card card-raised stack">
      <div className="row">
        <h3 className="report-edition">{isDraft ? say('reports.kind.draft') : say('reports.edition', { number })}</h3>
        {!isDraft && <Badge tone={kind === 'closing' ? 'pollen' : 'leaf'}>{say(`reports.kind.${kind}`)}</Badge>}
      </div>
      <p className="quiet-text">
        {madeAt && sayRich('reports.made', { time: <Time at={madeAt} as="both" /> })}
        {hash && (
          <>
            {' · '}
            <code title={hash}>{hash.slice(0, 12)}</code>
          </>
        )}
        {isDraft && [madeAt && ' · ', say('reports.draft.text')]}
      </p>
      <div className="row">
        <Link to={editionPath(jamId, number)} target="_self" className={classes('button', latest && 'button-primary')}>
          {say(isDraft ? 'reports.read-draft' : 'reports.read')}
        </Link>
        <Menu
          kind="plain"
          label={say('reports.download')}
          entries={forms.map((form) => ({
            id: form,
            icon: 'download' as const,
            label: say(`reports.form.${form}`),
            to: editionPath(jamId, number, `?form=${form}`),
            download: true,
          }))}
        >
          {say('reports.download')}
        </Menu>
        {!first && !isDraft && (
          <Button kind="quiet" pressed={open} onPress={() => setOpen(!open)}>
            {say('reports.changes')}
          </Button>
        )}
      </div>
      {open && <Changes jamId={jamId} number={number} />}
    </article>
  )
}

function Changes({ jamId, number }: { jamId: string; number: number }) {
  const answer = api.useAnswer('GET /api/jams/:jamId/reports/:number/changes', { jamId, number })
  return (
    <Await of={answer} loading={<Loading cards={1} />}>
      {({ from, changes }) => <ChangesInEdition from={from} changes={changes} />}
    </Await>
  )
}

/** What an edition says otherwise, theme by theme. */
export function ChangesInEdition({ from, changes }: { from: number; changes: readonly EditionChange[] }) {
  if (changes.length === 0) return <p>{say('reports.changes.none', { number: from })}</p>
  return (
    <ChangeList
      changes={changes.map((change, at) => ({
        ...change,
        key: String(at),
        head: say(`reports.change.${change.what}`),
      }))}
    />
  )
}
