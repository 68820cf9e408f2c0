import { Button, Link, Problem, Section, Time } from '../../web-kit/index.ts'
import type { ThemeChange, ThemesView } from '../contract.ts'
import { api } from './api.ts'
import { say } from './say.ts'

type Notes = {
  readonly changes: readonly ThemeChange[]
  readonly pathOf: (themeId: string) => string
  /** Hosts undo their acts; the answer takes the place of what is shown. */
  readonly onChanged?: ((view: ThemesView) => void) | undefined
}

/** What became of the themes, the latest first, and by whom. */
export function ChangeNotes({ changes, pathOf, onChanged }: Notes) {
  if (changes.length === 0) return null
  return (
    <Section title={say('themes.changes')}>
      <ol className="plain-list theme-changes">
        {changes.map((change) => (
          <li key={change.id}>
            <div className="row">
              <Link to={pathOf(change.themeId)}>{sentenceOf(change)}</Link>
              {onChanged && change.undoable && <UndoButton change={change} onChanged={onChanged} />}
            </div>
            <p className="quiet-text">
              <Time at={change.at} />{' '}
              {change.by ? say('themes.change.by', { name: change.by }) : say('themes.change.machine')}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function sentenceOf({ kind, name, parts, from, to }: ThemeChange): string {
  if (kind === 'moved' && to === null) return say('themes.change.out', { name })
  const list = parts.map((part) => part.name).join(', ')
  return say(`themes.change.${kind}`, { name, parts: list, from: from ?? name, to: to ?? name })
}

function UndoButton({ change, onChanged }: { change: ThemeChange; onChanged: (view: ThemesView) => void }) {
  const undo = api.useSend('POST /api/theme-changes/:changeId/undo')
  return (
    <>
      <Button
        small
        kind="quiet"
        busy={undo.isPending}
        onPress={() => undo.mutate({ changeId: change.id }, { onSuccess: onChanged })}
      >
        {say('themes.undo')}
      </Button>
      {undo.error && <Problem error={undo.error} />}
    </>
  )
}
