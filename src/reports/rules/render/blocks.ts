import type { Citation } from '../report.ts'

/** A piece of a line. `words` are somebody's own, in their language; `cite` is a small number that opens what is cited. */
export type Inline =
  | string
  | { readonly cite: readonly Citation[] }
  | { readonly link: string; readonly text: string; readonly lang?: string }
  | { readonly strong: string }
  | { readonly words: string; readonly lang: string }

export type Cell = string | readonly Inline[]
/** Columns from `numbersFrom` on are numbers. */
export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly numbersFrom: number
  /** On a narrow screen each row is a card: its first cell, and below it the numbers, each with its name. */
  readonly stacks?: true
}

/** A report as a text with pictures, before it is HTML or Markdown. Every picture has its table. */
export type Block =
  | { readonly type: 'chapter'; readonly number: number; readonly title: string }
  | { readonly type: 'heading'; readonly text: string; readonly note?: string }
  | { readonly type: 'text'; readonly line: readonly Inline[]; readonly quiet?: true }
  | {
      readonly type: 'quote'
      readonly label: string
      readonly words: string | null
      readonly lang: string
      readonly foot: readonly Inline[]
    }
  | ({ readonly type: 'table'; readonly caption: string } & Table)
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] }
  | ({
      readonly type: 'figure'
      readonly svg: string
      readonly label: string
      readonly legend?: readonly { readonly hue: string; readonly label: string }[]
    } & Table)
  | { readonly type: 'picture'; readonly svg: string; readonly label: string }
  | { readonly type: 'stats'; readonly items: readonly { readonly value: string; readonly label: string }[] }
  | {
      readonly type: 'theme'
      readonly id: string
      readonly hue: number
      readonly small: boolean
      readonly title: string
      readonly meta: string
      readonly inside: readonly Block[]
    }
  | { readonly type: 'note'; readonly inside: readonly Block[] }
  | { readonly type: 'decision'; readonly text: string }
