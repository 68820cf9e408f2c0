import './jam.css'
import { useState } from 'react'
import {
  Await,
  Button,
  Confirm,
  Field,
  Form,
  Page,
  Radios,
  RefusalError,
  Refused,
  Select,
  useNavigation,
  useSearchParam,
} from '../../web-kit/index.ts'
import type { JamSummary, JamView } from '../contract.ts'
import { JAM_TITLE_MAX } from '../rules/limits.ts'
import { api, organisation } from './api.ts'
import { DateField } from './DateField.tsx'
import { jamPath } from './jam-places.ts'
import { say as sayJam } from './say.ts'
import { say } from './say-templates.ts'
import { type ChosenFile, TemplateFileField } from './TemplateFileField.tsx'
import { useJamChanged } from './use-jam.ts'

const WEEK_MS = 7 * 86_400_000

/** Begins a jam with the set-up of another one, or of a signed file. */
export function FromTemplatePage() {
  const [jamId] = useSearchParam('jam')
  const jams = api.useAnswer('GET /api/jams', { limit: 100 })
  const hubs = organisation.useAnswer('GET /api/hubs')
  const changed = useJamChanged()
  const { go } = useNavigation()
  const begun = (view: JamView) => {
    changed(view)
    go(jamPath(view.jam.id, 'set-up'))
  }
  return (
    <Page
      title={say('templates.title')}
      lead={say('templates.lead')}
      crumbs={[{ label: sayJam('jams.title'), to: '/jams' }]}
    >
      <Await of={jams}>
        {(answer) => (
          <Await of={hubs}>
            {(known) => (
              <FromTemplate
                jams={answer.jams.filter(({ hosting, id }) => hosting || id === jamId)}
                hubs={known.hubs.filter(({ id }) => answer.mayStart.includes(id))}
                jamId={jamId ?? null}
                onBegun={begun}
              />
            )}
          </Await>
        )}
      </Await>
    </Page>
  )
}

type Props = {
  readonly jams: readonly Pick<JamSummary, 'id' | 'title'>[]
  readonly hubs: readonly { readonly id: string; readonly name: string }[]
  readonly jamId: string | null
  readonly onBegun: (view: JamView) => void
}

/** The form, with a jam or a file as the template. */
export function FromTemplate({ jams, hubs, jamId, onBegun }: Props) {
  const [from, setFrom] = useState<'jam' | 'file'>(jams.length > 0 ? 'jam' : 'file')
  const [jam, setJam] = useState(jamId ?? jams[0]?.id ?? '')
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [hubId, setHub] = useState(hubs[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [opensAt, setOpens] = useState<string | null>(new Date(Date.now() + WEEK_MS).toISOString())
  const copy = api.useSend('POST /api/jams/:jamId/copies')
  const begin = api.useSend('POST /api/jams/from-template')
  if (hubs.length === 0) return <Refused because={say('templates.refused')} />
  const opening = { title: title.trim(), opensAt: opensAt ?? '' }
  const send = (trusts: string | null = null) => {
    if (from === 'jam') return copy.mutate({ jamId: jam, ...opening }, { onSuccess: onBegun })
    if (file) begin.mutate({ hubId, ...opening, file: file.text, trusts }, { onSuccess: onBegun })
  }
  const foreign = from === 'file' ? foreignIn(begin.error) : null
  const error = from === 'jam' ? copy.error : foreign ? null : begin.error
  const busy = copy.isPending || begin.isPending
  const isReady = opensAt !== null && (from === 'jam' ? jam !== '' : file !== null)
  return (
    <Form onSend={() => isReady && send()} busy={busy} error={error}>
      <Radios<'jam' | 'file'>
        legend={say('templates.from')}
        value={from}
        options={[
          { value: 'jam', label: say('templates.from.jam') },
          { value: 'file', label: say('templates.from.file') },
        ]}
        onChange={setFrom}
      />
      {from === 'jam' ? (
        <FromJam jams={jams} jam={jam} onChange={setJam} />
      ) : (
        <>
          <TemplateFileField file={file} onChosen={setFile} />
          <Select
            label={sayJam('jams.hub')}
            value={hubId}
            options={hubs.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setHub}
          />
        </>
      )}
      <Field
        required
        label={sayJam('jams.name')}
        hint={say('templates.name.hint')}
        value={title}
        maxLength={JAM_TITLE_MAX}
        onChange={setTitle}
      />
      <DateField
        required
        label={say('templates.opens')}
        hint={say('templates.opens.hint')}
        value={opensAt}
        onChange={setOpens}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {say('templates.begin')}
        </Button>
      </div>
      {foreign && (
        <Confirm
          title={say('templates.foreign.title')}
          action={say('templates.foreign.take')}
          kind="primary"
          busy={busy}
          onConfirm={() => send(foreign.key)}
          onClose={() => begin.reset()}
        >
          {foreign.sentence}
        </Confirm>
      )}
    </Form>
  )
}

function FromJam({ jams, jam, onChange }: Pick<Props, 'jams'> & { jam: string; onChange: (id: string) => void }) {
  if (jams.length === 0) return <p className="quiet-text">{say('templates.jams.none')}</p>
  return (
    <Select
      label={say('templates.jam')}
      value={jam}
      options={jams.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={onChange}
    />
  )
}

/** Whose file it is, when that is the reason of the refusal. */
function foreignIn(error: unknown): { sentence: string; key: string } | null {
  if (!(error instanceof RefusalError) || error.key !== 'template.foreign') return null
  const { by } = error.details as { by: { key: string } }
  return { sentence: error.sentence, key: by.key }
}
