export const resultsPath = (jamId: string): string => `/jams/${jamId}/results`
export const threadPath = (jamId: string, threadId: string): string => `/jams/${jamId}/threads/${threadId}`
