/** The permanent address of an edition: a page of its own, not one of the app's. */
export const editionPath = (jamId: string, number: number, query = ''): string =>
  `/jams/${jamId}/report/${number}${query}`
export const reviewPath = (jamId: string): string => `/jams/${jamId}/report-review`
export const letterPath = (jamId: string): string => `/jams/${jamId}/letter`
