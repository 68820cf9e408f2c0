import './choice.css'
import { type ReactNode, useId } from 'react'
import { classes } from './class-names.ts'

type OneProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly name?: string
}

/** Yes or no, sent with a form. */
export function Checkbox(props: OneProps) {
  return <One {...props} look="choice-box" />
}

/** On or off, at once. */
export function Switch(props: OneProps) {
  return <One {...props} look="choice-switch" role="switch" />
}

function One({
  label,
  hint,
  checked,
  onChange,
  disabled,
  name,
  look,
  role,
}: OneProps & { look: string; role?: 'switch' }) {
  const id = useId()
  return (
    <div className={classes('choice', disabled && 'choice-off')}>
      <input
        id={id}
        name={name}
        type="checkbox"
        role={role}
        className={look}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** One answer of a question with few. A disabled one is shown all the same: people see what there would be. */
export type RadioOption<V extends string> = {
  readonly value: V
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

type RadioProps<V extends string> = {
  readonly legend: string
  readonly legendHidden?: boolean
  readonly hint?: ReactNode
  readonly value: V
  readonly options: readonly RadioOption<V>[]
  readonly onChange: (value: V) => void
  /** Beside each other, as small pills. */
  readonly inline?: boolean
}

/** One of a few, all of them seen. */
export function Radios<V extends string>({
  legend,
  legendHidden,
  hint,
  value,
  options,
  onChange,
  inline,
}: RadioProps<V>) {
  const name = useId()
  return (
    <fieldset className={classes('radios', inline && 'radios-inline')}>
      <legend className={classes('field-label', legendHidden && 'visually-hidden')}>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="radios-options">
        {options.map((option) => (
          <div className={classes('choice', option.disabled && 'choice-off')} key={option.value}>
            <input
              id={`${name}-${option.value}`}
              name={name}
              type="radio"
              className="choice-radio"
              checked={option.value === value}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
              onChange={() => onChange(option.value)}
            />
            <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
            {option.hint && (
              <p className="field-hint" id={`${name}-${option.value}-hint`}>
                {option.hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type SeveralProps<V extends string> = {
  readonly legend: string
  readonly hint?: ReactNode
  readonly values: readonly V[]
  readonly options: readonly RadioOption<V>[]
  readonly onChange: (values: V[]) => void
}

/** Any of some. */
export function Checkboxes<V extends string>({ legend, hint, values, options, onChange }: SeveralProps<V>) {
  const toggle = (value: V, on: boolean) =>
    onChange(options.map((one) => one.value).filter((one) => (one === value ? on : values.includes(one))))
  return (
    <fieldset className="radios">
      <legend className="field-label">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="radios-options">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled ?? false}
            checked={values.includes(option.value)}
            onChange={(on) => toggle(option.value, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}
