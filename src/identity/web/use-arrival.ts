import { useQueryClient } from '@tanstack/react-query'
import { useNavigation } from '../../web-kit/index.ts'

/** After signing in: everything read before is asked for anew, and the person goes on where they wanted to be.
 *  Without `to` they stay at the address at which signing in stood in the way. */
export function useArrival(): (to?: string) => Promise<void> {
  const answers = useQueryClient()
  const { go } = useNavigation()
  return async (to) => {
    await answers.resetQueries()
    if (to) go(to)
  }
}
