import { useState } from 'react'
import { Button, Dialog, DialogActions, DialogButton, Empty, Field, Problem, Select } from '../../../web-kit/index.ts'
import type { ThemeSummary } from '../../contract.ts'
import { THEME_NAME_MAX } from '../../rules/limits.ts'
import { api } from '../api.ts'
import { nameOf } from '../names.ts'
import { say } from '../say.ts'
import type { Shaping } from '../use-shaping.ts'

type Tools = {
  readonly theme: ThemeSummary
  readonly shaping: Shaping
}

/** What hosts do with a theme: rename, keep, merge. Each is told in a toast that takes it back. */
export function ThemeTools(tools: Tools) {
  const { theme, shaping } = tools
  const pin = api.useSend('PUT /api/themes/:themeId/pin')
  const onPin = () =>
    pin.mutate(
      { themeId: theme.id, pinned: !theme.pinned },
      {
        onSuccess: (view) => shaping.onDone(view, say(theme.pinned ? 'themes.done.unpinned' : 'themes.done.pinned')),
      },
    )
  return (
    <div className="row">
      <DialogButton
        small
        icon="edit"
        label={say('themes.rename')}
        dialog={(close) => <Rename {...tools} onClose={close} />}
      />
      <DialogButton small label={say('themes.merge')} dialog={(close) => <Merge {...tools} onClose={close} />} />
      <Button small busy={pin.isPending} onPress={onPin}>
        {say(theme.pinned ? 'themes.unpin' : 'themes.pin')}
      </Button>
      {pin.error && <Problem error={pin.error} />}
    </div>
  )
}

function Rename({ theme, shaping, onClose }: Tools & { onClose: () => void }) {
  const [name, setName] = useState(nameOf(theme))
  const send = api.useSend('PUT /api/themes/:themeId/name')
  const save = () => {
    const wanted = name.trim()
    // Without a name the theme goes back to its label, and it may bear that already.
    if ((wanted || theme.label) === nameOf(theme)) return onClose()
    send.mutate(
      { themeId: theme.id, name: wanted },
      {
        onSuccess: (view) => {
          shaping.onDone(view, say('themes.done.renamed'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={say('themes.rename')} onClose={onClose} width="narrow">
      <div className="stack">
        <Field
          label={say('themes.rename.name')}
          hint={say('themes.rename.hint')}
          value={name}
          maxLength={THEME_NAME_MAX}
          onChange={setName}
        />
        {send.error && <Problem error={send.error} />}
        <DialogActions>
          <Button kind="primary" busy={send.isPending} onPress={save}>
            {say('themes.rename.save')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

function Merge({ theme, shaping, onClose }: Tools & { onClose: () => void }) {
  const others = shaping.themes.filter(({ id, language }) => id !== theme.id && language === theme.language)
  const [otherId, setOtherId] = useState(others[0]?.id ?? '')
  const send = api.useSend('POST /api/themes/:themeId/merge')
  const merge = () =>
    send.mutate(
      { themeId: theme.id, otherId },
      {
        onSuccess: (view) => {
          shaping.onDone(view, say('themes.done.merged'))
          onClose()
        },
      },
    )
  return (
    <Dialog title={say('themes.merge')} onClose={onClose} width="narrow">
      {others.length === 0 ? (
        <Empty icon="jams" title={say('themes.merge.none')} />
      ) : (
        <div className="stack">
          <p>{say('themes.merge.text')}</p>
          <Select
            label={say('themes.merge.other')}
            value={otherId}
            options={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
            onChange={setOtherId}
          />
          {send.error && <Problem error={send.error} />}
          <DialogActions>
            <Button kind="primary" busy={send.isPending} onPress={merge}>
              {say('themes.merge')}
            </Button>
          </DialogActions>
        </div>
      )}
    </Dialog>
  )
}
