import { type ComponentType, createContext, Suspense, useContext, useState } from 'react'
import { tell, useNavigation } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { carryTo } from './carry.ts'
import { usePlaces } from './places.ts'
import { say } from './say.ts'
import type { Written } from './use-draft.ts'

/** What somebody is writing, for whoever has something to show beneath it. */
export type WritingNow = {
  readonly venueId: string
  readonly text: string
  /** The contribution that is being answered. */
  readonly answers?: string | undefined
  /** Begins a reply that builds on this one, with what was typed in it. */
  readonly onBuild: (item: ContributionView) => void
}

/** Shown beneath every composer while words are in it; a higher row fills it. Without one there is nothing. */
export const BesideWritingContext = createContext<ComponentType<WritingNow> | null>(null)

type Props = {
  readonly venueId: string
  readonly written: Written
  readonly answers?: string | undefined
  /** The words stand in another place now: this composer may forget them. */
  readonly onCarried: () => void
}

export function BesideWriting({ venueId, written, answers, onCarried }: Props) {
  const Beside = useContext(BesideWritingContext)
  const places = usePlaces()
  const { go } = useNavigation()
  const [busy, setBusy] = useState(false)
  const text = [written.title, written.body].filter(Boolean).join('\n\n')
  if (!Beside || text.trim() === '') return null
  const build = async (item: ContributionView) => {
    if (busy) return
    setBusy(true)
    const carried = await carryTo(`reply:${item.id}`, { kind: 'build', title: '', body: text })
    setBusy(false)
    if (!carried) return tell(say('conversation.carry.failed'))
    onCarried()
    go(places.thread(item.threadId, { ...(item.parentId !== null && { at: item.id }), reply: 'build' }))
  }
  return (
    <Suspense fallback={null}>
      <Beside venueId={venueId} text={text} answers={answers} onBuild={build} />
    </Suspense>
  )
}
