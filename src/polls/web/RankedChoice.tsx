import { Button } from '../../web-kit/index.ts'
import { say } from './say.ts'

type Props = {
  readonly options: readonly string[]
  /** The numbers of the options that are in the order, the best first. */
  readonly choices: readonly number[]
  readonly onChange: (choices: readonly number[]) => void
}

/** An order made by pressing, with no dragging: one option after the other, moved up or taken out again. */
export function RankedChoice({ options, choices, onChange }: Props) {
  const rest = options.map((_, option) => option).filter((option) => !choices.includes(option))
  const name = (option: number): string => options[option] ?? ''
  const up = (at: number) => onChange(choices.toSpliced(at - 1, 2, choices[at] ?? 0, choices[at - 1] ?? 0))
  return (
    <fieldset className="poll-ranked">
      <legend className="field-label">{say('polls.order')}</legend>
      {choices.length === 0 && <p className="quiet-text">{say('polls.order.none')}</p>}
      <ol>
        {choices.map((option, at) => (
          <li key={option}>
            <span className="reading">{name(option)}</span>
            <span className="row">
              {at > 0 && (
                <Button small iconOnly icon="up" onPress={() => up(at)}>
                  {say('polls.order.up', { option: name(option) })}
                </Button>
              )}
              <Button
                small
                iconOnly
                kind="quiet"
                icon="cross"
                onPress={() => onChange(choices.filter((one) => one !== option))}
              >
                {say('polls.order.out', { option: name(option) })}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {rest.length > 0 && choices.length > 0 && <p className="quiet-text">{say('polls.order.rest')}</p>}
      <div className="poll-rest">
        {rest.map((option) => (
          <Button
            key={option}
            onPress={() => onChange([...choices, option])}
            aria-label={say('polls.order.add', { option: name(option) })}
          >
            {name(option)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
