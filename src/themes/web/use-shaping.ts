import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf, tell } from '../../web-kit/index.ts'
import type { ThemesView } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'
import { useThemes } from './use-themes.ts'

export type Shaping = {
  readonly themes: ThemesView['themes']
  /** Hosts alone; false until it is known. */
  readonly isHost: boolean
  /** Grows with every act: lists that were read page by page begin anew. */
  readonly round: number
  /** Puts the answer of an act in place of what is shown. */
  readonly onChanged: (view: ThemesView) => void
  /** The same, told in a toast that takes the act back. */
  readonly onDone: (view: ThemesView, sentence: string) => void
}

/** What hosts do to themes, wherever they do it: the answer is shown at once, and one press takes it back. */
export function useShaping(venueId: string): Shaping {
  const client = useQueryClient()
  const [round, setRound] = useState(0)
  const { themes, changed } = useThemes(venueId)
  const onChanged = (view: ThemesView) => {
    changed(view)
    setRound((before) => before + 1)
    void client.invalidateQueries({ queryKey: ['GET /api/themes/:themeId/contributions'] })
    void client.invalidateQueries({ queryKey: ['GET /api/venues/:venueId/unsorted'] })
  }
  const takeBack = async (changeId: string) => {
    try {
      onChanged(await api.call('POST /api/theme-changes/:changeId/undo', { changeId }))
      tell(say('themes.done.undone'))
    } catch (error) {
      tell(sentenceOf(error as Error))
    }
  }
  const onDone = (view: ThemesView, sentence: string) => {
    const [latest] = view.changes
    onChanged(view)
    tell(sentence, latest?.undoable ? { undo: () => void takeBack(latest.id) } : {})
  }
  const view = themes.data
  return { themes: view?.themes ?? [], isHost: view?.may.shape.ok ?? false, round, onChanged, onDone }
}
