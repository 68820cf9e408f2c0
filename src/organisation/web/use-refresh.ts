import { useQueryClient } from '@tanstack/react-query'
import { organisation } from './api.ts'

const READS = ['GET /api/me', 'GET /api/hubs', 'GET /api/hubs/:hubId', 'GET /api/hubs/:hubId/people'] as const

/** Asks anew for everything that hangs on hubs and roles; what is on the screen stays until the answer is there. */
export function useRefresh(): () => Promise<unknown> {
  const answers = useQueryClient()
  return () => Promise.all(READS.map((route) => answers.invalidateQueries({ queryKey: [route] })))
}

/** Asks anew for the invitations of a hub. */
export function useRefreshInvitations(hubId: string): () => Promise<unknown> {
  const answers = useQueryClient()
  const { queryKey } = organisation.answerOf('GET /api/hubs/:hubId/invitations', { hubId })
  return () => answers.invalidateQueries({ queryKey })
}
