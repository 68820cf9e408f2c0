import { answerInThread, giveWay } from '../../platform/in-thread.ts'
import type { ComputeQuestion, Found } from './asked.ts'
import { openVenueThemes, type VenueThemes } from './venue-themes.ts'

// The thread that computes: seconds for each conversation, so nothing else is asked of it.

const venues = new Map<string, VenueThemes>()

/** Null: these texts are not held here (any more). */
function answer(question: ComputeQuestion): Found | null {
  const { venueId } = question
  if (question.what === 'compute') return venues.get(venueId)?.compute(question.asked) ?? null
  if (question.what === 'forget') venues.delete(venueId)
  else {
    const venue = venues.get(venueId) ?? openVenueThemes()
    venues.set(venueId, venue)
    venue.take(question.news)
  }
  return null
}

giveWay()
answerInThread(answer)
