import type { ReactNode } from 'react'
import { Mark } from '../../web-kit/index.ts'

/** What stands around a page that needs no JavaScript. */
export type PlainFrame = {
  readonly language: string
  readonly timeZone: string
  readonly title: string
  readonly organisation: string
  /** The address of the built style sheet (dist/web/manifest.json names it). */
  readonly stylesheet: string
  /** false: search engines are asked to stay away. */
  readonly mayBeIndexed: boolean
}

/** A whole HTML document without a script: the same style sheet, the same parts. */
export function PlainDocument({ frame, children }: { frame: PlainFrame; children: ReactNode }) {
  return (
    <html lang={frame.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {!frame.mayBeIndexed && <meta name="robots" content="noindex, nofollow" />}
        <title>{frame.title}</title>
        <link rel="stylesheet" href={frame.stylesheet} />
      </head>
      <body>
        <header className="plain-head">
          <a className="brand" href="/">
            <Mark />
            <span>{frame.organisation}</span>
          </a>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
