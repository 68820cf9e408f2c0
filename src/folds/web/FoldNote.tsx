import { Suspense } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import type { ShownIn } from '../../conversation/web/index.ts'
import { Badge, Link, lazyPart } from '../../web-kit/index.ts'
import type { Fold } from '../contract.ts'
import { say } from './say.ts'
import { useCounted, useFold, useFoldPlaces, usePicked } from './use-folds.ts'

// What is done about a fold loads for those who may.
const acts = () => import('./lazy/FoldActs.tsx')
const Mine = lazyPart(() => acts().then((found) => found.Mine))
const Tools = lazyPart(() => acts().then((found) => found.Tools))
const FoldWithPicked = lazyPart(() => acts().then((found) => found.FoldWithPicked))

type Note = { readonly item: ContributionView; readonly shownIn: ShownIn }

/** Below a contribution: who else says nearly the same, and what its author and hosts may do about it. */
export function FoldNote({ item, shownIn }: Note) {
  const [picked] = usePicked(item.venueId)
  const view = useFold(item.id, shownIn === 'thread').data
  const counted = useCounted(item.venueId, shownIn === 'list' ? item.foldId : null).data
  const tools = shownIn === 'thread' && view ? <Tools item={item} view={view} /> : null
  if (!item.foldId && !tools && !picked) return null
  return (
    <div className="fold-note">
      {item.foldId && <Others item={item} fold={view?.fold ?? counted} />}
      <Suspense>
        {item.foldId && item.mine && <Mine item={item} />}
        {tools}
        {picked && picked.id !== item.id && <FoldWithPicked item={item} />}
      </Suspense>
    </div>
  )
}

/** Its line has its place before the number is known, so that nothing moves. */
function Others({ item, fold }: { item: ContributionView; fold: Fold | null | undefined }) {
  const pathOf = useFoldPlaces()
  return (
    <p className="row">
      <Link to={pathOf(item.id)}>
        {fold ? say('folds.others', { count: fold.texts - 1 }) : say('folds.others.some')}
      </Link>
      {fold?.campaign && <Badge>{say('folds.campaign', { count: fold.campaign.people })}</Badge>}
    </p>
  )
}
