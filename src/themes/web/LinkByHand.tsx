import { useState } from 'react'
import { Button, Dialog, DialogActions, DialogButton, Empty, Form, Loading, Select, tell } from '../../web-kit/index.ts'
import type { FamiliesView, ThemeSummary } from '../contract.ts'
import { api } from './api.ts'
import { languageName, nameOf } from './names.ts'
import { say } from './say.ts'
import { familiesApi } from './use-families.ts'

type Props = { readonly venueId: string; readonly onChanged: (view: FamiliesView) => void }

/** Hosts name two themes that the machine has not linked. */
export function LinkByHand(props: Props) {
  return (
    <DialogButton small label={say('themes.kin.by-hand')} dialog={(close) => <Choose {...props} onClose={close} />} />
  )
}

function Choose({ venueId, onChanged, onClose }: Props & { onClose: () => void }) {
  const themes = api.useAnswer('GET /api/venues/:venueId/themes', { venueId })
  return (
    <Dialog title={say('themes.kin.by-hand')} onClose={onClose} width="narrow">
      {themes.data ? <Pair themes={themes.data.themes} onChanged={onChanged} onClose={onClose} /> : <Loading />}
    </Dialog>
  )
}

type PairProps = {
  readonly themes: readonly ThemeSummary[]
  readonly onChanged: (view: FamiliesView) => void
  readonly onClose: () => void
}

function Pair({ themes, onChanged, onClose }: PairProps) {
  const [themeId, setThemeId] = useState(themes[0]?.id ?? '')
  const language = themes.find(({ id }) => id === themeId)?.language
  const others = themes.filter((theme) => theme.language !== language)
  const [chosen, setOther] = useState('')
  const otherId = others.some(({ id }) => id === chosen) ? chosen : (others[0]?.id ?? '')
  const send = familiesApi.useSend('PUT /api/themes/:themeId/kin/:otherId')
  if (others.length === 0) return <Empty icon="jams" title={say('themes.kin.one-language')} />
  const link = () =>
    send.mutate(
      { themeId, otherId, isOne: true },
      {
        onSuccess: (view) => {
          onChanged(view)
          tell(say('themes.done.linked'))
          onClose()
        },
      },
    )
  return (
    <Form onSend={link} busy={send.isPending} error={send.error}>
      <Select label={say('themes.kin.first')} value={themeId} options={optionsOf(themes)} onChange={setThemeId} />
      <Select label={say('themes.kin.second')} value={otherId} options={optionsOf(others)} onChange={setOther} />
      <DialogActions>
        <Button kind="primary" type="submit" busy={send.isPending}>
          {say('themes.kin.one')}
        </Button>
      </DialogActions>
    </Form>
  )
}

const optionsOf = (themes: readonly ThemeSummary[]) =>
  themes.map((theme) => ({ value: theme.id, label: `${nameOf(theme)} (${languageName(theme.language)})` }))
