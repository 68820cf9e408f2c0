import './copy-field.css'
import { useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { say } from './kit-say.ts'

/** A text to take along (an address, a link) with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
    } catch {
      // No clipboard on plain http: the older way works on the selection just made.
      document.execCommand('copy')
    }
    setCopied(true)
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-field">
        <input
          ref={field}
          id={id}
          className="control"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button icon={copied ? 'check' : 'copy'} onPress={copy}>
          <span aria-live="polite">{copied ? say('kit.copied') : say('kit.copy')}</span>
        </Button>
      </div>
    </div>
  )
}
