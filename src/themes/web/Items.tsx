import { Fragment, useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { ContributionCard } from '../../conversation/web/index.ts'
import type { May } from '../../kernel/index.ts'
import type { CallError } from '../../web-kit/index.ts'
import { Button, Loading, Problem, Section } from '../../web-kit/index.ts'
import { ChooseOne, type Chosen } from './Choosing.tsx'
import { say } from './say.ts'

export type Allowed = { readonly reply: May; readonly vote: May }

/** What hosts choose in a list; null while it is only read. */
export type Choice = { readonly chosen?: Chosen; readonly onChoose?: (chosen: Chosen) => void }

/** Contributions as cards; a vote changes its card at once. */
export function Items({
  items,
  may,
  chosen = null,
  onChoose,
}: { items: readonly ContributionView[]; may: Allowed } & Choice) {
  const [changed, setChanged] = useState<ReadonlyMap<string, ContributionView>>(new Map())
  const onChanged = (item: ContributionView) => setChanged((before) => new Map(before).set(item.id, item))
  const newest = (item: ContributionView): ContributionView => {
    const later = changed.get(item.id)
    return later && later.revision > item.revision ? later : item
  }
  return items.map((item) => (
    <Fragment key={item.id}>
      {chosen && onChoose && <ChooseOne item={item} chosen={chosen} onChoose={onChoose} />}
      <ContributionCard item={newest(item)} may={may} onChanged={onChanged} />
    </Fragment>
  ))
}

/** Some contributions under a heading; nothing where there are none. */
export function SomeItems({
  title,
  why,
  items,
  may,
}: {
  title: string
  why?: string
  items: readonly ContributionView[]
  may: Allowed
}) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      {why && <p className="quiet-text">{why}</p>}
      <div className="stack">
        <Items items={items} may={may} />
      </div>
    </Section>
  )
}

type Page = { readonly items: readonly ContributionView[]; readonly next: string | null }
type Pages = Choice & {
  readonly first: { readonly data?: Page | undefined; readonly error: CallError | null }
  readonly load: (before: string) => Promise<Page>
  readonly may: Allowed
}

/** A list that is read page by page, newest first. */
export function PagedItems({ first, load, may, ...choice }: Pages) {
  const [older, setOlder] = useState<readonly Page[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  if (first.error) return <Problem error={first.error} />
  if (!first.data) return <Loading cards={3} />
  const pages = [first.data, ...older]
  const next = pages.at(-1)?.next ?? null
  const more = async (before: string) => {
    setBusy(true)
    setError(null)
    try {
      const page = await load(before)
      setOlder((known) => [...known, page])
    } catch (failed) {
      setError(failed as CallError)
    }
    setBusy(false)
  }
  return (
    <div className="stack">
      {pages[0]?.items.length === 0 && <p>{say('themes.empty')}</p>}
      <Items items={pages.flatMap((page) => page.items)} may={may} {...choice} />
      {error && <Problem error={error} />}
      {next && (
        <Button busy={busy} onPress={() => more(next)}>
          {say('themes.more')}
        </Button>
      )}
    </div>
  )
}
