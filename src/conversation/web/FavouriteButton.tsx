import { useState } from 'react'
import { Button, sentenceOf, tell } from '../../web-kit/index.ts'
import type { ContributionView } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'

/** Keeps something among my favourites; nobody else sees it. */
export function FavouriteButton({
  item,
  onChanged,
  iconOnly = false,
}: {
  item: ContributionView
  onChanged: (item: ContributionView) => void
  iconOnly?: boolean
}) {
  const [pending, setPending] = useState<boolean | undefined>(undefined)
  const favourite = pending ?? item.favourite
  const press = async () => {
    setPending(!favourite)
    try {
      const wanted = { contributionId: item.id, favourite: !favourite }
      onChanged(await api.call('PUT /api/contributions/:contributionId/favourite', wanted))
    } catch (error) {
      tell(sentenceOf(error as Error))
    }
    setPending(undefined)
  }
  return (
    <Button small icon="star" iconOnly={iconOnly} pressed={favourite} onPress={press}>
      {say(favourite ? 'conversation.favourite.kept' : 'conversation.favourite.keep')}
    </Button>
  )
}
