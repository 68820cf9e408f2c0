import { type Ctx, hashToken, newToken } from '../platform/index.ts'
import type { ChoiceView } from './contract.ts'
import { deleteSecret, findChoice, saveCardsSeen, saveChoice, saveSecret } from './store/choices.ts'

/** How the asker wants to be told. */
export async function viewChoice(ctx: Ctx): Promise<ChoiceView> {
  return findChoice(ctx.tx)
}

export async function choose(ctx: Ctx, choice: Omit<ChoiceView, 'feed'>): Promise<string> {
  await saveChoice(ctx.tx, choice)
  return ctx.actor.personId
}

/** A new secret address of the asker's feed. It is told once: only its hash is kept. */
export async function makeFeed(ctx: Ctx, publicUrl: URL): Promise<string> {
  const token = newToken()
  await saveSecret(ctx.tx, 'feed', hashToken(token))
  return new URL(`/feeds/${token}`, publicUrl).href
}

export async function endFeed(ctx: Ctx): Promise<string> {
  await deleteSecret(ctx.tx, 'feed')
  return ctx.actor.personId
}

/** The asker dwelt on the cards of these themes, or dismissed them: they are read up to now. */
export async function doneWithCards(ctx: Ctx, { themeIds }: { themeIds: readonly string[] }): Promise<string> {
  await saveCardsSeen(ctx.tx, themeIds)
  return ctx.actor.personId
}
