import { useState } from 'react'
import { Button, Confirm, Dialog, DialogActions, DialogButton, Field, Form } from '../../web-kit/index.ts'
import type { FamiliesView, GlossaryTerms } from '../contract.ts'
import { TERM_MAX } from '../rules/limits.ts'
import { languageName } from './names.ts'
import { say } from './say.ts'
import { familiesApi } from './use-families.ts'

type Props = { readonly view: FamiliesView; readonly onChanged: (view: FamiliesView) => void }
type Entry = FamiliesView['glossary'][number]

/** The answer takes the place of what is shown, then the dialog closes. */
const then = (onChanged: Props['onChanged'], close: () => void) => (view: FamiliesView) => {
  onChanged(view)
  close()
}

/** Hosts add a thing. */
export function AddEntry({ view, onChanged }: Props) {
  const send = familiesApi.useSend('POST /api/venues/:venueId/glossary')
  const dialog = (close: () => void) => (
    <EntryForm
      view={view}
      terms={[]}
      send={(terms) => send.mutate({ venueId: view.venueId, terms }, { onSuccess: then(onChanged, close) })}
      sending={send}
      onClose={close}
    />
  )
  return <DialogButton small label={say('themes.glossary.add')} dialog={dialog} />
}

/** Hosts change a thing, or take it out. */
export function EntryTools({ entry, view, onChanged }: Props & { entry: Entry }) {
  const change = familiesApi.useSend('PUT /api/glossary/:entryId')
  const remove = familiesApi.useSend('DELETE /api/glossary/:entryId')
  const name = entry.terms[0]?.terms[0] ?? ''
  return (
    <div className="row">
      <DialogButton
        small
        kind="quiet"
        label={say('themes.glossary.change')}
        aria-label={say('themes.glossary.change.one', { name })}
        dialog={(close) => (
          <EntryForm
            view={view}
            terms={entry.terms}
            send={(terms) => change.mutate({ entryId: entry.id, terms }, { onSuccess: then(onChanged, close) })}
            sending={change}
            onClose={close}
          />
        )}
      />
      <DialogButton
        small
        kind="quiet"
        label={say('themes.glossary.remove')}
        aria-label={say('themes.glossary.remove.one', { name })}
        dialog={(close) => (
          <Confirm
            title={say('themes.glossary.remove.one', { name })}
            action={say('themes.glossary.remove')}
            busy={remove.isPending}
            error={remove.error}
            onConfirm={() => remove.mutate({ entryId: entry.id }, { onSuccess: then(onChanged, close) })}
            onClose={close}
          >
            {say('themes.glossary.remove.text')}
          </Confirm>
        )}
      />
    </div>
  )
}

type Sending = { readonly isPending: boolean; readonly error: Parameters<typeof Form>[0]['error'] }
type EntryProps = {
  readonly view: FamiliesView
  readonly terms: GlossaryTerms
  readonly send: (terms: GlossaryTerms) => void
  readonly sending: Sending
  readonly onClose: () => void
}

const FIELDS = 6

function EntryForm({ view, terms, send, sending, onClose }: EntryProps) {
  const known = terms.map(({ language }) => language)
  const tags = [...new Set([...known, ...view.languages.map(({ language }) => language), ...view.reads])].slice(
    0,
    FIELDS,
  )
  const [words, setWords] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(terms.map((one) => [one.language, one.terms.join(', ')])),
  )
  const filled = tags.map((language) => ({ language, terms: termsIn(words[language] ?? '') }))
  const given = filled.filter((one) => one.terms.length > 0)
  const [tried, setTried] = useState(false)
  const missing = (language: string) => tried && given.length < 2 && given.every((one) => one.language !== language)
  const save = () => {
    setTried(true)
    if (given.length > 1) send(given)
  }
  return (
    <Dialog title={say(known.length > 0 ? 'themes.glossary.change' : 'themes.glossary.add')} onClose={onClose}>
      <Form onSend={save} busy={sending.isPending} error={sending.error ?? null}>
        <p>{say('themes.glossary.form')}</p>
        {tags.map((language) => (
          <Field
            key={language}
            label={languageName(language)}
            value={words[language] ?? ''}
            error={missing(language) ? say('themes.glossary.two') : undefined}
            maxLength={TERM_MAX * 3}
            onChange={(value) => setWords((before) => ({ ...before, [language]: value }))}
          />
        ))}
        <DialogActions>
          <Button kind="primary" type="submit" busy={sending.isPending}>
            {say('themes.glossary.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

const termsIn = (value: string): string[] =>
  value
    .split(/[,،、;]/)
    .map((term) => term.trim().slice(0, TERM_MAX))
    .filter(Boolean)
    .slice(0, 5)
