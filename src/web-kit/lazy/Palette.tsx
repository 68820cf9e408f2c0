import '../palette.css'
import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog } from '../Dialog.tsx'
import { Icon } from '../Icon.tsx'
import { say } from '../kit-say.ts'
import { useNavigation } from '../navigation.ts'
import { type PaletteEntry, paletteFind } from '../palette.ts'

/** Ctrl-K: type a few letters, choose with the arrows, Enter goes there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const id = useId()
  const { go } = useNavigation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = paletteFind(words)
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    if ('to' in entry) go(entry.to)
    else entry.run()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') choose(found[at])
    else if (step === undefined || found.length === 0) return
    else setAt((at + step + found.length) % found.length)
    event.preventDefault()
  }
  return (
    <Dialog title={say('kit.palette.title')} onClose={onClose} width="wide">
      <input
        autoFocus
        className="control"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] && `${id}-${at}`}
        aria-label={say('kit.palette.label')}
        placeholder={say('kit.palette.label')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <p className="visually-hidden" role="status">
        {say('kit.palette.found', { count: found.length })}
      </p>
      {found.length === 0 && <p className="quiet-text">{say('kit.palette.none', { words })}</p>}
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={say('kit.palette.title')}>
        {found.map((entry, place) => (
          <Line
            key={entry.id}
            id={`${id}-${place}`}
            entry={entry}
            current={place === at}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
    </Dialog>
  )
}

type LineProps = { id: string; entry: PaletteEntry; current: boolean; onChoose: () => void }

function Line({ id, entry, current, onChoose }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and hears the keys
    <div
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      className="palette-entry"
      ref={(element) => {
        if (current) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={onChoose}
    >
      <Icon name={entry.icon ?? 'arrow'} />
      <span>{entry.label}</span>
      {entry.under && <span className="quiet-text">{entry.under}</span>}
    </div>
  )
}
