import './folds.css'
import { useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { ContributionCard, ItemNoteContext } from '../../conversation/web/index.ts'
import type { May } from '../../kernel/index.ts'
import { Await, Button, type CallError, Empty, Facts, Note, Problem, Section, Time } from '../../web-kit/index.ts'
import type { Fold, FoldAct, FoldPage, FoldView } from '../contract.ts'
import { api } from './api.ts'
import { FoldNote } from './FoldNote.tsx'
import { TakeApart, UndoAct } from './lazy/FoldActs.tsx'
import { say } from './say.ts'

type Allowed = { readonly reply: May; readonly vote: May }

/** A fold: its people, all its contributions with their authors and their own votes, and what was done to it. */
export function FoldInFull({ contributionId, may }: { contributionId: string; may: Allowed }) {
  const fold = api.useAnswer('GET /api/contributions/:contributionId/fold', { contributionId })
  return (
    <Await of={fold}>
      {(view) => (
        <article className="stack">
          {view.fold ? (
            <Together view={view} fold={view.fold} may={may} />
          ) : (
            <Empty icon="jams" title={say('folds.none.title')}>
              {say('folds.none.text')}
            </Empty>
          )}
          <Acts acts={view.acts} />
        </article>
      )}
    </Await>
  )
}

function Together({ view, fold, may }: { view: FoldView; fold: Fold; may: Allowed }) {
  const { contributionId } = view
  const first = api.useAnswer('GET /api/contributions/:contributionId/fold/contributions', { contributionId })
  return (
    <>
      <h2>{say('folds.title', { count: fold.texts })}</h2>
      <Facts>
        <span>{say('folds.writers', { count: fold.writers })}</span>
        {fold.people !== null && <span>{say('folds.people', { count: fold.people })}</span>}
      </Facts>
      {fold.campaign && (
        <Note tone="pollen">
          {say('folds.campaign.long', { count: fold.campaign.people, texts: fold.texts })}
          {fold.campaign.isByFew && ` ${say('folds.campaign.few')}`}
        </Note>
      )}
      <p className="quiet-text fold-lead">{say('folds.lead')}</p>
      {view.may.fold.ok && (
        <div className="row">
          <TakeApart contributionId={contributionId} whole />
        </div>
      )}
      <Await of={first}>{(page) => <Contributions key={page.items.length} view={view} first={page} may={may} />}</Await>
    </>
  )
}

/** All of them, the earliest first, page by page; a vote changes its card at once. */
function Contributions({ view, first, may }: { view: FoldView; first: FoldPage; may: Allowed }) {
  const [later, setLater] = useState<readonly FoldPage[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const [changed, setChanged] = useState<ReadonlyMap<string, ContributionView>>(new Map())
  const pages = [first, ...later]
  const next = pages.at(-1)?.next ?? null
  const more = async (after: string) => {
    setBusy(true)
    setError(null)
    try {
      const { contributionId } = view
      const page = await api.call('GET /api/contributions/:contributionId/fold/contributions', {
        contributionId,
        after,
      })
      setLater((known) => [...known, page])
    } catch (failed) {
      setError(failed as CallError)
    }
    setBusy(false)
  }
  const onChanged = (item: ContributionView) => setChanged((before) => new Map(before).set(item.id, item))
  return (
    <ItemNoteContext value={(item) => <InFold item={item} mayTakeOut={view.may.fold.ok} />}>
      {pages
        .flatMap(({ items }) => items)
        .map((item) => (
          <ContributionCard key={item.id} item={changed.get(item.id) ?? item} may={may} onChanged={onChanged} />
        ))}
      {error && <Problem error={error} />}
      {next && (
        <Button busy={busy} onPress={() => more(next)}>
          {say('folds.more')}
        </Button>
      )}
    </ItemNoteContext>
  )
}

/** In the fold itself the others stand around it; only what can be done is said. */
function InFold({ item, mayTakeOut }: { item: ContributionView; mayTakeOut: boolean }) {
  return (
    <>
      {item.mine && <FoldNote item={item} shownIn="list" />}
      {mayTakeOut && (
        <div className="row">
          <TakeApart contributionId={item.id} />
        </div>
      )}
    </>
  )
}

function Acts({ acts }: { acts: readonly FoldAct[] }) {
  if (acts.length === 0) return null
  return (
    <Section title={say('folds.acts')}>
      <ol className="plain-list">
        {acts.map((act) => (
          <li key={act.id}>
            <div className="row">
              <span>{say(`folds.act.${act.kind}`, { name: act.by, count: act.texts })}</span>
              {act.may.undo.ok && <UndoAct actId={act.id} label={say('folds.undo')} />}
            </div>
            <p className="quiet-text">
              <Time at={act.at} />
              {act.undoneBy && ` · ${say('folds.act.undone', { name: act.undoneBy })}`}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
