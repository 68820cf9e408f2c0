import type { Catalogue } from '../kernel/messages.ts'

/** What the switch of the reading history says in English. */
export const messages = {
  'reading.title': 'What you have read',
  'reading.keep': 'Keep my reading history',
  'reading.keep.hint':
    'A contribution counts as read once it has stood before you for a second. It tells you what you missed, and nobody else sees it: neither hosts nor owners. They see how many opened a jam and read in it for a minute, never fewer than five.',
  'reading.off':
    'Nothing is kept of what you read, and you are not counted among those who opened a jam or read in it. What you missed is then reckoned by time alone, and your reading no longer helps contributions that few have read to count as read.',
  'reading.so-far': {
    one: '{count} contribution or reply in it, since {since}.',
    other: '{count} contributions and replies in it, since {since}.',
  },
  'reading.nothing': 'There is nothing in it.',
  'reading.take': 'It is part of the download of “My part” in each jam.',
  'reading.delete': 'Delete my reading history',
  'reading.delete.title': 'Delete your reading history?',
  'reading.delete.text': 'All you have read will look unread to you. This cannot be undone.',
  'reading.deleted': 'Your reading history is deleted.',
} as const satisfies Catalogue
