import type { FormEvent, ReactNode } from 'react'
import type { CallError } from './client.ts'
import { say } from './kit-say.ts'
import { Problem } from './States.tsx'

type FormProps = {
  readonly onSend: () => void
  /** While the last sending is on its way; the Enter key then does nothing. */
  readonly busy?: boolean
  /** Why the last sending failed; what was typed stays. */
  readonly error?: CallError | null
  readonly children: ReactNode
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
}

/** A form that sends by Enter or its submit button, and tells beside the button when it was not saved. */
export function Form({ onSend, busy, error, children, ...rest }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSend()
  }
  return (
    <form {...rest} className="stack" onSubmit={send}>
      {children}
      {error && <Problem error={error} title={say('kit.problem.sent-title')} />}
    </form>
  )
}
