import * as themes from '../../analysis/themes/index.ts'
import { answerInThread } from '../../platform/in-thread.ts'
import { primaryTag } from '../rules/primary-tag.ts'
import type { FindQuestion, News, Stands } from './asked.ts'

// The thread that finds: places new contributions and finds similar ones within milliseconds, while the other computes.

type Venue = {
  readonly finder: themes.Finder
  readonly known: Map<string, { readonly root: string; readonly language: string }>
  /** Where contributions stand; one that only waits for a computation is not in it. */
  readonly themeOf: Map<string, string | null>
}

const venues = new Map<string, Venue>()

function take({ finder, known, themeOf }: Venue, { texts, gone }: News): void {
  finder.put(texts.map(({ id, text, language }) => ({ id, text, language: primaryTag(language) })))
  finder.remove(gone)
  for (const { id, root, language, theme, settled } of texts) {
    known.set(id, { root, language: primaryTag(language) })
    if (id === root && settled) themeOf.set(id, theme)
  }
  for (const id of gone) for (const held of [known, themeOf]) held.delete(id)
}

function place({ finder, known, themeOf }: Venue, ids: readonly string[]): Stands[] {
  // A reply stands where its thread does; in another language than that it says nothing about themes of its own.
  const standsIn = (id: string): string | null | undefined => {
    const { root = id, language } = known.get(id) ?? {}
    return known.get(root)?.language === language ? themeOf.get(root) : undefined
  }
  return ids.map((id) => ({ id, theme: finder.place(id, standsIn).theme ?? null }))
}

function answer(question: FindQuestion): unknown {
  const { venueId } = question
  const venue = venues.get(venueId)
  switch (question.what) {
    case 'forget':
      venues.delete(venueId)
      return null
    case 'take':
      take(venue ?? opened(venueId), question.news)
      return null
    case 'stand':
      for (const { id, theme } of question.stands) if (venue?.known.has(id)) venue.themeOf.set(id, theme)
      if (question.telling) venue?.finder.tell(question.telling)
      return null
    case 'place':
      return venue ? place(venue, question.ids) : null
    case 'similar':
      return venue?.finder.similar(question.text, question.most) ?? null
  }
}

function opened(venueId: string): Venue {
  const venue: Venue = { finder: themes.openFinder(), known: new Map(), themeOf: new Map() }
  venues.set(venueId, venue)
  return venue
}

answerInThread(answer)
