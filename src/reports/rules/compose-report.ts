import { coverageOf } from './compose/coverage.ts'
import { familiesOf } from './compose/families.ts'
import { foldsOf } from './compose/folds.ts'
import { markHeadlines } from './compose/headlines.ts'
import { spokenForOf } from './compose/meetings.ts'
import { opinionsOf } from './compose/opinions.ts'
import { largeLanguages, participationOf } from './compose/participation.ts'
import { pollsOf } from './compose/polls.ts'
import { ratingOf } from './compose/rating.ts'
import { smallThemes, smallVoicesOf } from './compose/small-voices.ts'
import { authorsOf, isIdea, isThere, type Tally, tallyUp } from './compose/tally.ts'
import { themesOf } from './compose/themes.ts'
import { timeOf } from './compose/time.ts'
import { METHOD } from './limits.ts'
import type { Material } from './material.ts'
import type { Report } from './report.ts'

const SELDOM = 8

/** The report of a jam: a pure function of its material, without clock, chance or language of the machine. */
export function composeReport(material: Material): Report {
  const tally = tallyUp(material)
  const participation = participationOf(tally)
  const there = material.written.filter(isThere)
  const writers = authorsOf(there).size
  const time = timeOf(material.written, material.jam)
  const unmarked = themesOf(tally, time)
  const small = smallThemes(tally, unmarked, writers)
  const languages = largeLanguages(there)
  const themes = markHeadlines({ themes: unmarked, small, writers, languages })
  const rating = ratingOf(tally, themes)
  const said = { themes, opinions: opinionsOf(tally), voices: smallVoicesOf(tally, themes, small) }
  return {
    format: 1,
    method: METHOD,
    edition: material.edition,
    jam: material.jam,
    ...participation,
    spokenFor: spokenForOf(material),
    time,
    ...said,
    unsorted: (tally.byTheme.get(null) ?? []).filter(isIdea).map(({ id }) => id),
    folds: foldsOf(tally),
    families: familiesOf(tally, themes),
    unheard: unheardOf(tally, { ...participation, themes }, languages),
    log: [...material.log],
    coverage: coverageOf(tally, said),
    polls: pollsOf(material.polls, themes),
    ...(rating && { rating }),
    edits: [...material.edits],
    ...(material.answers && { answers: [...material.answers] }),
  }
}

type Heard = Pick<Report, 'hubs' | 'themes'>

/** Who was invited and did not write, which languages stand in no headline, what nobody answered, what few have read. */
function unheardOf(tally: Tally, { hubs, themes }: Heard, languages: readonly string[]): Report['unheard'] {
  const { exposure, written } = tally.material
  const headlined = new Set(
    themes.flatMap(({ headline, languages: [first] }) => (headline && first ? first.language : [])),
  )
  return {
    hubs: hubs.rows.flatMap(({ name, invited, people }) => (people === 0 && (invited ?? 0) > 0 ? name : [])),
    languages: languages.filter((language) => !headlined.has(language)),
    unanswered: written.filter((each) => isThere(each) && each.kind === 'question' && !tally.answered.has(each.id))
      .length,
    unread: exposure?.filter(({ people }) => people < SELDOM).length ?? null,
  }
}
