import './field.css'
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './Icon.tsx'
import { say } from './kit-say.ts'

/** When the characters are counted: shown from `from` on, never more than `max`. */
export type Counter = { readonly from: number; readonly max: number }

export type FrameProps = {
  readonly label: string
  /** The label is read but not seen. */
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  /** What is wrong and how to mend it; said at once. */
  readonly error?: string | undefined
  readonly required?: boolean
  readonly counter?: Counter
}

/** Names, hint, error and counter around any control; gives the control the ids that tie them together. */
export function Frame({
  label,
  labelHidden,
  hint,
  error,
  required,
  counter,
  length = 0,
  children,
}: FrameProps & {
  readonly length?: number
  children(tied: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }): ReactNode
}) {
  const id = useId()
  const counts = counter !== undefined && length >= counter.from
  const described = [hint && `${id}-hint`, error && `${id}-error`, counts && `${id}-count`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id} className={classes('field-label', labelHidden && 'visually-hidden')}>
        {label}
        {required === false && <span className="field-optional"> · {say('kit.optional')}</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <div className="field-foot">
        <FieldError id={`${id}-error`} error={error} />
        {counts && <CountLeft id={`${id}-count`} left={counter.max - length} />}
      </div>
    </div>
  )
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <p className="field-error" id={id} role="alert">
      {error && (
        <>
          <Icon name="warning" size={15} />
          {error}
        </>
      )}
    </p>
  )
}

function CountLeft({ id, left }: { id: string; left: number }) {
  return (
    <p className={classes('field-count', left < 0 && 'field-count-over')} id={id}>
      {left < 0 ? say('kit.letters-over', { count: -left }) : say('kit.letters-left', { count: left })}
    </p>
  )
}

type Native = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'style' | 'value' | 'onChange' | 'children' | 'id' | 'required'
>

export type FieldProps = FrameProps &
  Native & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly ref?: React.Ref<HTMLInputElement>
    /** What people write themselves is shown in the reading serif. */
    readonly reading?: boolean
  }

/** One line of text. `required={false}` says "optional"; leave it out where everything is required or nothing is. */
export function Field({
  label,
  labelHidden,
  hint,
  error,
  required,
  counter,
  value,
  onChange,
  reading,
  ...native
}: FieldProps) {
  const frame = { label, labelHidden, hint, error, required, counter } as FrameProps
  return (
    <Frame {...frame} length={value.length}>
      {(tied) => (
        <input
          type="text"
          {...native}
          {...tied}
          required={required}
          className={classes('control', reading && 'reading')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Frame>
  )
}
