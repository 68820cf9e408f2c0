/** A thread by the contribution that begins it, or a theme. */
export type PollPlace = { readonly venueId: string; readonly place: 'thread' | 'theme'; readonly placeId: string }
