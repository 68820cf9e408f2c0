import './prose.css'

/** What a person wrote, as HTML that the server rendered and sanitised at write; never pass anything else.
 *  `lang` is the detected language ('und' is left out), so that it is read aloud and hyphenated rightly. */
export function Prose({ html, lang }: { html: string; lang?: string | undefined }) {
  const known = lang && lang !== 'und' ? lang : undefined
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rehype-sanitize made this HTML on the server
  return <div className="prose" dir="auto" lang={known} dangerouslySetInnerHTML={{ __html: html }} />
}
