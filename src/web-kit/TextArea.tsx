import { type Ref, type TextareaHTMLAttributes, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { classes } from './class-names.ts'
import { Frame, type FrameProps } from './Field.tsx'
import { oneLine } from './one-line.ts'

type Native = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'className' | 'style' | 'value' | 'onChange' | 'children' | 'id' | 'required'
>

type TextAreaProps = FrameProps &
  Native & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly ref?: Ref<HTMLTextAreaElement>
    readonly reading?: boolean
    /** Grows like any other but takes no line breaks: for titles and questions. */
    readonly oneLine?: boolean
  }

/** Several lines of text; grows with what is written, up to half the window. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  required,
  counter,
  value,
  onChange,
  reading,
  oneLine: isOneLine,
  ref,
  ...native
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement)
  useGrowth(area, value)
  const frame = { label, labelHidden, hint, error, required, counter } as FrameProps
  return (
    <Frame {...frame} length={value.length}>
      {(tied) => (
        <textarea
          rows={3}
          {...native}
          {...tied}
          ref={area}
          required={required}
          className={classes('control', 'control-area', reading && 'reading')}
          value={value}
          onChange={({ target }) => onChange(isOneLine ? oneLine(target.value) : target.value)}
        />
      )}
    </Frame>
  )
}

// Browsers with field-sizing grow by themselves; for the others the height follows the text.
function useGrowth(area: React.RefObject<HTMLTextAreaElement | null>, value: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what makes it grow
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight + 2}px`
  }, [area, value])
}
