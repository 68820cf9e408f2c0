import { useQueryClient } from '@tanstack/react-query'
import type { ContributionView } from '../../../conversation/contract.ts'
import { Button, Problem, tell } from '../../../web-kit/index.ts'
import type { FoldView } from '../../contract.ts'
import { api } from '../api.ts'
import { say } from '../say.ts'
import { showActed, usePicked } from '../use-folds.ts'

/** Told kindly, in place: nothing of hers was taken away, and she decides. */
export function Mine({ item }: { item: ContributionView }) {
  const client = useQueryClient()
  const alone = api.useSend('POST /api/contributions/:contributionId/fold/alone')
  const onPress = () =>
    alone.mutate(
      { contributionId: item.id },
      {
        onSuccess: async (view) => {
          await showActed(client, view)
          tell(say('folds.done.alone'))
        },
      },
    )
  return (
    <div className="row fold-mine">
      <span>{say('folds.mine')}</span>
      <Button small busy={alone.isPending} onPress={onPress}>
        {say('folds.alone')}
      </Button>
      {alone.error && <Problem small error={alone.error} />}
    </div>
  )
}

/** What its author and hosts may do about the fold of a contribution. */
export function Tools({ item, view }: { item: ContributionView; view: FoldView }) {
  const [picked, pick] = usePicked(item.venueId)
  const wish = view.acts.find(({ kind, undoneAt }) => kind === 'alone' && undoneAt === null)
  const mayFold = view.may.fold.ok && !view.keptAlone && !picked
  if (!view.keptAlone && !mayFold && !(view.may.fold.ok && view.fold)) return null
  return (
    <div className="row">
      {view.keptAlone && <span>{say(item.mine ? 'folds.kept-alone.mine' : 'folds.kept-alone.other')}</span>}
      {view.keptAlone && wish?.may.undo.ok && <UndoAct actId={wish.id} label={say('folds.together-again')} />}
      {mayFold && (
        <Button small onPress={() => pick({ id: item.id, title: item.title ?? '' })}>
          {say('folds.fold-with')}
        </Button>
      )}
      {view.may.fold.ok && view.fold && <TakeApart contributionId={item.id} />}
    </div>
  )
}

/** Takes a contribution out of its fold, or with `whole` all of it apart. */
export function TakeApart({ contributionId, whole = false }: { contributionId: string; whole?: boolean }) {
  const client = useQueryClient()
  const apart = api.useSend('POST /api/contributions/:contributionId/fold/apart')
  const onPress = () =>
    apart.mutate(
      { contributionId, whole },
      {
        onSuccess: async (view) => {
          await showActed(client, view)
          tell(say('folds.done.apart'))
        },
      },
    )
  return (
    <>
      <Button small busy={apart.isPending} onPress={onPress}>
        {say(whole ? 'folds.apart.whole' : 'folds.apart')}
      </Button>
      {apart.error && <Problem small error={apart.error} />}
    </>
  )
}

/** Takes an act back by one click. */
export function UndoAct({ actId, label }: { actId: string; label: string }) {
  const client = useQueryClient()
  const undo = api.useSend('POST /api/fold-acts/:actId/undo')
  return (
    <>
      <Button
        small
        kind="quiet"
        busy={undo.isPending}
        onPress={() => undo.mutate({ actId }, { onSuccess: (view) => showActed(client, view) })}
      >
        {label}
      </Button>
      {undo.error && <Problem small error={undo.error} />}
    </>
  )
}

/** Puts a contribution together with the one that was chosen before. */
export function FoldWithPicked({ item }: { item: ContributionView }) {
  const client = useQueryClient()
  const [picked, pick] = usePicked(item.venueId)
  const fold = api.useSend('POST /api/contributions/:contributionId/fold')
  if (!picked) return null
  const onPress = () =>
    fold.mutate(
      { contributionId: picked.id, otherId: item.id },
      {
        onSuccess: async (view) => {
          pick(null)
          await showActed(client, view)
          tell(say('folds.done.fold'))
        },
      },
    )
  return (
    <div className="row">
      <Button small kind="primary" busy={fold.isPending} onPress={onPress}>
        {say('folds.fold-these', { title: picked.title })}
      </Button>
      {fold.error && <Problem small error={fold.error} />}
    </div>
  )
}
