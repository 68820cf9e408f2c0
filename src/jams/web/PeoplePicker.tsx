import { useState } from 'react'
import { Avatar, Button, Field } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { organisation } from './api.ts'
import { say } from './say.ts'

export type Picked = JamView['hosts'][number]

/** Chooses people by name: type a few letters, add from the list, take away again. */
export function PeoplePicker({
  label,
  hint,
  chosen,
  onChange,
}: {
  label: string
  hint?: string
  chosen: readonly Picked[]
  onChange: (people: Picked[]) => void
}) {
  const [words, setWords] = useState('')
  return (
    <div className="people-picker">
      <p className="field-label">{label}</p>
      {chosen.length > 0 && (
        <ul className="picked plain-list">
          {chosen.map((person) => (
            <li key={person.id}>
              <Avatar id={person.id} name={person.name ?? '?'} size="s" />
              {person.name ?? say('jams.somebody')}
              <Button
                small
                kind="quiet"
                icon="cross"
                iconOnly
                onPress={() => onChange(chosen.filter((other) => other.id !== person.id))}
              >
                {say('jams.people.remove', { name: person.name ?? '' })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field
        type="search"
        label={say('jams.people.find')}
        hint={hint}
        value={words}
        maxLength={100}
        autoComplete="off"
        onChange={setWords}
        onKeyDown={(event) => {
          // Enter looks for people here; it must not send the form around it.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {words.trim().length > 1 && (
        <Found
          words={words.trim()}
          chosen={chosen}
          onAdd={(person) => {
            setWords('')
            onChange([...chosen, person])
          }}
        />
      )}
    </div>
  )
}

function Found({
  words,
  chosen,
  onAdd,
}: {
  words: string
  chosen: readonly Picked[]
  onAdd: (person: Picked) => void
}) {
  const people = organisation.useAnswer('GET /api/people', { query: words, limit: 8 })
  const found = people.data?.people.filter((one) => !one.guest && !chosen.some((other) => other.id === one.id)) ?? []
  return (
    <>
      <p className="quiet-text" role="status">
        {people.data && say('jams.people.found', { count: found.length })}
      </p>
      <ul className="found plain-list">
        {found.map(({ id, name, hub, guest }) => (
          <li key={id}>
            <Button small icon="plus" onPress={() => onAdd({ id, name, hub, guest })}>
              {name ?? say('jams.somebody')}
              {hub && <span className="quiet-text"> · {hub}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
