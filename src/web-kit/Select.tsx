import { classes } from './class-names.ts'
import { Frame, type FrameProps } from './Field.tsx'

/** One of the values of a list. A disabled one stays in it and cannot be chosen. */
export type Option<V extends string> = { readonly value: V; readonly label: string; readonly disabled?: boolean }

type SelectProps<V extends string> = FrameProps & {
  readonly value: V
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
  readonly name?: string
  readonly small?: boolean
}

/** One of some, with the browser's own list: it works everywhere, with every input. */
export function Select<V extends string>({ value, options, onChange, name, small, ...frame }: SelectProps<V>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Frame {...frame}>
      {(tied) => (
        <select
          {...tied}
          name={name}
          required={frame.required}
          className={classes('control', 'control-select', small && 'control-small')}
          value={value}
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}
