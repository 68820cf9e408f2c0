import type { Block } from './blocks.ts'
import type { Book } from './book.ts'
import { frontChapter } from './chapter-front.ts'
import { ideasChapter, unsortedChapter } from './chapter-ideas.ts'
import { figuresChapter, logChapter, methodChapter } from './chapter-method.ts'
import { opinionsChapter, voicesChapter } from './chapter-opinions.ts'
import { peopleChapter } from './chapter-people.ts'
import { themesChapter } from './chapter-themes.ts'

/** The ten chapters in their order. */
export function chaptersOf(book: Book): Block[] {
  return [
    frontChapter,
    peopleChapter,
    themesChapter,
    ideasChapter,
    opinionsChapter,
    voicesChapter,
    unsortedChapter,
    logChapter,
    methodChapter,
    figuresChapter,
  ].flatMap((chapter) => chapter(book))
}
