import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { LobbyAbsentPage } from '../jams/web/LobbyAbsentPage.tsx'
import { LobbyPage } from '../jams/web/LobbyPage.tsx'
import { LobbyThreadPage } from '../jams/web/LobbyThreadPage.tsx'
import { languageFor } from '../kernel/messages.ts'
import { speak } from '../web-kit/say.ts'
import { MethodPage } from './web/MethodPage.tsx'
import { PlainDocument, type PlainFrame } from './web/PlainDocument.tsx'
import { words as german } from './web/words.de.ts'
import { words as english } from './web/words.en.ts'

export type { PlainFrame } from './web/PlainDocument.tsx'

const catalogues = { en: english, de: german }

/** Renders one page as a document without JavaScript. Synchronous from setting the language to the last letter, so that
 *  two readers of different languages never mix. */
export function renderDocument(page: () => ReactElement, frame: PlainFrame): string {
  const language = languageFor([frame.language])
  speak({ language, catalogue: catalogues[language], timeZone: frame.timeZone })
  return `<!doctype html>${renderToStaticMarkup(<PlainDocument frame={{ ...frame, language }}>{page()}</PlainDocument>)}`
}

/** The pages that the server renders, each from what its component asks for. */
export const pages = {
  lobby: (props: Parameters<typeof LobbyPage>[0], frame: PlainFrame) =>
    renderDocument(() => <LobbyPage {...props} />, frame),
  lobbyThread: (props: Parameters<typeof LobbyThreadPage>[0], frame: PlainFrame) =>
    renderDocument(() => <LobbyThreadPage {...props} />, frame),
  method: (props: Parameters<typeof MethodPage>[0], frame: PlainFrame) =>
    renderDocument(() => <MethodPage {...props} />, frame),
  absent: (frame: PlainFrame) => renderDocument(() => <LobbyAbsentPage />, frame),
}
