import type { CountedPoll, CountedTallies, HeldMeeting, MadeIdea, Written } from '../rules/corpus.ts'
import type { Material } from '../rules/material.ts'
import type { Vote } from '../rules/report.ts'

/** What an edition is held against: as rows, since maps are made in the thread. */
export type CorpusRows = {
  readonly written: readonly Written[]
  readonly earlier: readonly {
    readonly id: string
    readonly version: number
    readonly title: string | null
    readonly body: string
  }[]
  readonly votes: readonly Vote[]
  readonly polls: readonly CountedPoll[]
  readonly meetings: readonly HeldMeeting[]
  readonly ideas: readonly MadeIdea[]
  readonly rating: CountedTallies | null
}

export type MadeFile = {
  readonly form: 'html' | 'md' | 'csv' | 'json'
  readonly language: string
  readonly bytes: Uint8Array
}

/** A theme that the edition puts first, in its order. */
export type HeadlineTheme = { readonly id: string; readonly name: string }

/** An edition with its finished files, compressed; or why it may not be published. */
export type Made =
  | {
      readonly ok: true
      readonly model: string
      readonly hash: string
      readonly files: readonly MadeFile[]
      readonly cited: readonly { readonly id: string; readonly uses: readonly object[] }[]
      readonly headlines: readonly HeadlineTheme[]
    }
  | { readonly ok: false; readonly faults: string; readonly headlines: readonly HeadlineTheme[] }

/** What is asked of the thread: to compose an edition, or to set one that is there already. */
export type Asked =
  | { readonly what: 'compose'; readonly material: Material; readonly corpus: CorpusRows }
  | { readonly what: 'set'; readonly model: string; readonly corpus: CorpusRows }
