import { newId, type Tx } from '../platform/index.ts'
import { freePlaces, ownWords } from './rules/kept-places.ts'
import { insertIdea, insertIdeaChange, replaceSources } from './store/changing-ideas.ts'
import { findUnheard, holdRated, type Unheard } from './store/counting.ts'
import { tell } from './tell.ts'

/** Gives the places on the ballot that are small voices' and that no idea fills to the voices themselves: the best supported of
 *  what each says becomes an idea in its author's own words. She is asked like every author, and
 *  her "no" takes it off the ballot. Stays below what is kept when there are not so many voices, or none of them can stand as
 *  one sentence. */
export async function keepPlaces(tx: Tx, jamId: string): Promise<void> {
  const rated = await holdRated(tx, jamId)
  const free = rated ? freePlaces(rated) : 0
  if (free === 0) return
  const heard = new Set<number>()
  for (const said of await findUnheard(tx, jamId)) {
    const sentence = ownWords(said)
    if (heard.size === free || heard.has(said.voice) || sentence === undefined) continue
    heard.add(said.voice)
    await keepPlace(tx, jamId, { ...said, sentence })
  }
}

async function keepPlace(tx: Tx, jamId: string, said: Unheard & { readonly sentence: string }): Promise<void> {
  const { id, sentence, language, themeId, free } = said
  const ideaId = newId()
  await insertIdea(tx, { id: ideaId, jamId, sentence, language, themeId, by: null })
  await replaceSources(tx, { ideaId, jamId, anew: false }, [{ id, consent: free ? 'not-needed' : 'asked' }])
  await insertIdeaChange(tx, { ideaId, jamId, kind: 'made', by: null })
  await tell(tx, { type: 'ideas.changed', facts: { jamId, ideaId } }, null)
}
