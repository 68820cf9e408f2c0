export const decisionsPath = (jamId: string): string => `/jams/${jamId}/decisions`
export const promisePath = (promiseId: string): string => `/promises/${promiseId}`
export const discussionPath = (promiseId: string, threadId: string): string =>
  `/promises/${promiseId}/threads/${threadId}`
export const ledgerPath = (jamId?: string): string => (jamId ? `/promises?jam=${jamId}` : '/promises')
