/** What the screens of ideas and rating say. */
export const screens = {
  'ideas.title': 'Ideas',
} as const
