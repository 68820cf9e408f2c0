import type { May } from '../../kernel/index.ts'
import { Refused } from '../../web-kit/index.ts'
import { say } from './say.ts'
import { useDraft, type Written } from './use-draft.ts'

const empty: Written = { kind: 'plain', title: '', body: '' }

/** In place of a composer that is refused: why, and the words that were being written there, to be read and copied. */
export function RefusedWriting({ because, place }: { because: May; place: string }) {
  const { written } = useDraft(place, empty)
  const words = [written.title, written.body].filter(Boolean).join('\n\n')
  return (
    <Refused because={because}>
      {words && (
        <>
          <p>{say('conversation.draft.too-late')}</p>
          <p className="reading kept-words" dir="auto">
            {words}
          </p>
        </>
      )}
    </Refused>
  )
}
