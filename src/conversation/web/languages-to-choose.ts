import { viewer } from '../../web-kit/index.ts'
import { languageName } from './Byline.tsx'
import { say } from './say.ts'

const offered =
  'ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sq sr sv th tr uk vi zh'

/** The languages that a text may be said to be in, by their names; one that was detected and is not among them is added. */
export function languagesToChoose(detected: string) {
  const { locale } = viewer()
  return [...new Set([detected, ...offered.split(' ')])]
    .map((tag) => ({
      value: tag,
      label: tag === 'und' ? say('conversation.language.unknown') : languageName(tag, locale),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}
