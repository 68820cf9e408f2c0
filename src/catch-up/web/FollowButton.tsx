import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, sentenceOf, tell } from '../../web-kit/index.ts'
import type { Follow } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'

/** Follows a thing without replying, or no longer; nobody else sees it. Without `followed` the list of what is followed is
 *  asked for. */
export function FollowButton({ kind, target, followed }: Pick<Follow, 'kind' | 'target'> & { followed?: boolean }) {
  const client = useQueryClient()
  const [wanted, setWanted] = useState<boolean | undefined>(undefined)
  const known = api.useAnswer('GET /api/follows').data?.follows
  const isFollowed = wanted ?? known?.some((one) => one.kind === kind && one.target === target) ?? followed ?? false
  const press = async () => {
    setWanted(!isFollowed)
    try {
      const view = await api.call('PUT /api/follows', { kind, target, followed: !isFollowed })
      client.setQueryData(api.answerOf('GET /api/follows').queryKey, view)
    } catch (error) {
      tell(sentenceOf(error as Error))
    }
    setWanted(undefined)
  }
  return (
    <Button small icon="eye" pressed={isFollowed} onPress={press}>
      {say(isFollowed ? 'catch-up.unfollow' : 'catch-up.follow')}
    </Button>
  )
}
