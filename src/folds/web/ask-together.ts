/** Asks for many things in one request: whatever is asked for before the browser has finished what it does now goes
 *  together, at most `most` at a time. What the answer does not hold is null. */
export function askTogether<Answer extends { readonly id: string }>(
  ask: (ids: readonly string[]) => Promise<readonly Answer[]>,
  most: number,
): (id: string) => Promise<Answer | null> {
  let waiting = new Set<string>()
  let asking: Promise<ReadonlyMap<string, Answer>> | null = null
  const send = async (): Promise<ReadonlyMap<string, Answer>> => {
    await new Promise((resolve) => setTimeout(resolve))
    const ids = [...waiting]
    waiting = new Set()
    asking = null
    return new Map((await ask(ids)).map((answer) => [answer.id, answer]))
  }
  return async (id) => {
    if (waiting.size >= most) await asking
    waiting.add(id)
    asking ??= send()
    return (await asking).get(id) ?? null
  }
}
