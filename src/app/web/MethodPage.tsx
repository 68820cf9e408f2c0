import { Prose } from '../../web-kit/index.ts'

const LANGUAGES = [
  ['en', 'English'],
  ['de', 'Deutsch'],
] as const

/** How everything is counted and found, for people to read; each language leads to the other. */
export function MethodPage({ title, html }: { title: string; html: string }) {
  return (
    <article className="lobby">
      <header className="lobby-head">
        <h1>{title}</h1>
        <p className="row">
          {LANGUAGES.map(([language, name]) => (
            <a key={language} href={`/method?language=${language}`} lang={language} hrefLang={language}>
              {name}
            </a>
          ))}
        </p>
      </header>
      <Prose html={html} />
    </article>
  )
}
