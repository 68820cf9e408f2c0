import { Field, TextArea } from '../../web-kit/index.ts'
import { JAM_QUESTION_MAX, JAM_TITLE_MAX } from '../rules/limits.ts'
import { say } from './say.ts'

/** What a jam asks, and the short name it goes by. */
export type Asked = { readonly question: string; readonly title: string }

/** Both without the white space around them. */
export function trimmed({ question, title }: Asked): Asked {
  return { question: question.trim(), title: title.trim() }
}

/** The fields for a jam's question and name, at its start and later. */
export function QuestionFields({ value, onChange }: { value: Asked; onChange: (value: Asked) => void }) {
  return (
    <>
      <TextArea
        required
        reading
        oneLine
        rows={2}
        label={say('jams.question')}
        hint={say('jams.question.hint')}
        value={value.question}
        maxLength={JAM_QUESTION_MAX}
        counter={{ from: 200, max: JAM_QUESTION_MAX }}
        onChange={(question) => onChange({ ...value, question })}
      />
      <Field
        required
        label={say('jams.name')}
        hint={say('jams.name.hint')}
        value={value.title}
        maxLength={JAM_TITLE_MAX}
        onChange={(title) => onChange({ ...value, title })}
      />
    </>
  )
}
