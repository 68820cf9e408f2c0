import type { Statement } from '../report.ts'
import type { StatementKey } from '../statements.ts'
import type { Inline } from './blocks.ts'
import type { Book } from './book.ts'

type Values = { readonly quantifier: string; readonly count: number; readonly of: number; readonly name: string }
type SayKey = `say.${StatementKey}.${Statement['wording']}`

/** A sentence with the small numbers of what it rests on. */
export function sayStatement(book: Book, statement: Statement): Inline[] {
  return [textOf(book, statement), { cite: statement.citations }]
}

/** A sentence in words. */
export function textOf({ say }: Pick<Book, 'say'>, { key, wording, quantifier, count, of, name }: Statement): string {
  const sayIt = say as (key: SayKey, values: Values) => string
  const word = quantifier === null ? '' : say(`say.${quantifier}`)
  return sayIt(`say.${key}.${wording}`, { quantifier: word, count: count ?? 0, of: of ?? 0, name: name ?? '' })
}
