import { useState } from 'react'
import { Button, Checkbox, Field, Form, Time, tell } from '../../web-kit/index.ts'
import type { ReviewTheme, ReviewView } from '../contract.ts'
import { NAME_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { say, sayRich } from './say.ts'

type OneProps = { readonly jamId: string; readonly theme: ReviewTheme; readonly onChanged: (view: ReviewView) => void }

/** One theme as a form: name, sentences, quotes; signing puts the host's name under it. */
export function ReviewOne({ jamId, theme, onChanged }: OneProps) {
  const [name, setName] = useState(theme.name ?? '')
  const [short, setShort] = useState(() => pick(theme.statements, (each) => each.short))
  const [dropped, setDropped] = useState(() => pick(theme.statements, (each) => !each.stands))
  const [quotes, setQuotes] = useState(() => pick(theme.quotes, (each) => !each.stands))
  const send = api.useSend('PUT /api/jams/:jamId/report-review/:themeId')
  const save = (sign: boolean) =>
    send.mutate(
      {
        jamId,
        themeId: theme.id,
        name: name.trim() || null,
        short: [...short],
        dropped: [...dropped],
        quotes: [...quotes],
        sign,
      },
      {
        onSuccess: (view) => {
          onChanged(view)
          tell(say('reports.review.saved'))
        },
      },
    )
  return (
    <section className="card card-raised report-review" aria-label={theme.name ?? theme.label}>
      <h2>{theme.name ?? theme.label}</h2>
      <p className="quiet-text">
        {theme.signed
          ? sayRich('reports.review.signed', { name: theme.signed.by, time: <Time at={theme.signed.at} /> })
          : say('reports.review.unsigned')}
      </p>
      <Form onSend={() => save(true)} busy={send.isPending} error={send.error} aria-label={theme.name ?? theme.label}>
        <Field
          label={say('reports.review.name')}
          hint={say('reports.review.name.hint', { label: theme.label })}
          value={name}
          onChange={setName}
          maxLength={NAME_MAX}
        />
        <fieldset className="report-choices">
          <legend>{say('reports.review.statements')}</legend>
          {theme.statements.map((each) => (
            <div key={each.id} className="report-choice">
              <p className={dropped.has(each.id) ? 'report-out' : undefined}>
                {short.has(each.id) ? each.shortText : each.text}
              </p>
              <div className="row">
                <Checkbox
                  label={say('reports.review.stands')}
                  checked={!dropped.has(each.id)}
                  onChange={(on) => setDropped(toggled(dropped, each.id, !on))}
                />
                <Checkbox
                  label={say('reports.review.short')}
                  checked={short.has(each.id)}
                  onChange={(on) => setShort(toggled(short, each.id, on))}
                />
              </div>
            </div>
          ))}
        </fieldset>
        {theme.quotes.length > 0 && (
          <fieldset className="report-choices">
            <legend>{say('reports.review.quotes')}</legend>
            {theme.quotes.map((each) => (
              <Checkbox
                key={each.id}
                label={
                  <span lang={each.language} className="reading">
                    {each.text}
                  </span>
                }
                checked={!quotes.has(each.id)}
                onChange={(on) => setQuotes(toggled(quotes, each.id, !on))}
              />
            ))}
          </fieldset>
        )}
        <div className="row">
          <Button type="submit" icon="check" busy={send.isPending}>
            {say('reports.review.sign')}
          </Button>
          <Button kind="quiet" busy={send.isPending} onPress={() => save(false)}>
            {say('reports.review.save')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function pick<T extends { readonly id: string }>(from: readonly T[], is: (each: T) => boolean): ReadonlySet<string> {
  return new Set(from.filter(is).map(({ id }) => id))
}

function toggled(before: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const after = new Set(before)
  if (on) after.add(id)
  else after.delete(id)
  return after
}
