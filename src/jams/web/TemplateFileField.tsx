import { useId, useState } from 'react'
import { say } from './say-templates.ts'

export type ChosenFile = { readonly name: string; readonly text: string }

/** A file of this device, read here. */
export function TemplateFileField({
  file,
  onChosen,
}: {
  file: ChosenFile | null
  onChosen: (file: ChosenFile | null) => void
}) {
  const id = useId()
  const [unreadable, setUnreadable] = useState(false)
  const read = async (chosen: File | undefined) => {
    try {
      onChosen(chosen ? { name: chosen.name, text: await chosen.text() } : null)
      setUnreadable(false)
    } catch {
      onChosen(null)
      setUnreadable(true)
    }
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say('templates.file')}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {say('templates.file.hint')}
      </p>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        aria-describedby={`${id}-hint`}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {file && <p className="quiet-text">{say('templates.file.chosen', { name: file.name })}</p>}
      {unreadable && <p role="alert">{say('templates.file.unreadable')}</p>}
    </div>
  )
}
