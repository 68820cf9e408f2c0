import { vi } from 'vitest'
import type { ThemesView } from '../../src/themes/contract.ts'
import { plantTexts } from '../planted-texts.ts'
import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import type { Product } from './open-product.ts'

const PEOPLE = 8
const SUBJECTS = 3
const EACH = 12

export type ThemedJam = OpenJam & {
  readonly crowd: readonly WorldPerson[]
  /** More texts on the first subject, to write. */
  readonly texts: readonly string[]
  themes(): Promise<ThemesView>
}

/** An open jam in which eight people have written on three subjects, and whose themes are there. */
export async function themedJam(product: Product): Promise<ThemedJam> {
  const jam = await openJam(product)
  const crowd: WorldPerson[] = []
  for (let n = 0; n < PEOPLE; n++) crowd.push(await jam.world.person(`Person ${n}`))
  const texts = plantTexts({ subjects: SUBJECTS, each: EACH + 4 }).entries.map(({ text }) => text)
  for (const [at, text] of texts.slice(0, SUBJECTS * EACH).entries()) {
    const body = { title: text, body: `${text} So it is here.`, language: 'en' }
    const who = crowd[Math.floor(at / SUBJECTS) % PEOPLE] ?? jam.host
    await product.api.as(who).post(`/api/forums/${jam.forumId}/contributions`, body)
  }
  const themes = async (): Promise<ThemesView> =>
    (await product.api.as(jam.host).get(`/api/venues/${jam.id}/themes`)).body
  const computed = async () => {
    if ((await themes()).themes.length < 2) throw new Error('no themes yet')
  }
  await vi.waitFor(computed, { timeout: 60_000, interval: 200 })
  return { ...jam, crowd, texts: texts.slice(SUBJECTS * EACH).filter((_, at) => at % SUBJECTS === 0), themes }
}
