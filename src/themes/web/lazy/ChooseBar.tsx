import { useState } from 'react'
import type { May } from '../../../kernel/index.ts'
import {
  Button,
  classes,
  Dialog,
  DialogActions,
  DialogButton,
  Problem,
  Select,
  viewer,
} from '../../../web-kit/index.ts'
import type { ThemeSummary } from '../../contract.ts'
import { api } from '../api.ts'
import type { Chosen } from '../Choosing.tsx'
import { nameOf } from '../names.ts'
import { say } from '../say.ts'
import type { Shaping } from '../use-shaping.ts'
import { ChooseLanguage } from './ChooseLanguage.tsx'

type BarProps = {
  readonly venueId: string
  /** Where the contributions stand; null: in no theme. */
  readonly theme: ThemeSummary | null
  readonly shaping: Shaping
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

/** Hosts choose contributions of the list below and put them elsewhere; while they do, it stays at the upper edge. */
export function ChooseBar(props: BarProps) {
  const { theme, chosen, onChoose } = props
  const none: May = { ok: false, because: 'themes.choose', sentence: say('themes.choose.none') }
  const may: May = chosen?.size ? { ok: true } : none
  return (
    <fieldset className={classes('theme-choose-bar', chosen !== null && 'theme-choosing')}>
      <legend className="visually-hidden">{say('themes.choose')}</legend>
      <Button small icon="check" pressed={chosen !== null} onPress={() => onChoose(chosen ? null : new Set())}>
        {say('themes.choose')}
      </Button>
      {chosen && (
        <>
          {theme && <OwnTheme {...props} theme={theme} may={may} />}
          <DialogButton
            small
            may={may}
            label={say('themes.move')}
            dialog={(close) => <Move {...props} chosen={chosen} onClose={close} />}
          />
          <DialogButton
            small
            may={may}
            icon="globe"
            label={say('themes.language')}
            dialog={(close) => (
              <ChooseLanguage
                chosen={chosen}
                language={theme?.language ?? viewer().language}
                onClose={close}
                onDone={() => onChoose(new Set())}
              />
            )}
          />
          <span role="status">{say('themes.choose.count', { count: chosen.size })}</span>
        </>
      )}
    </fieldset>
  )
}

function OwnTheme({ theme, may, chosen, onChoose, shaping }: BarProps & { theme: ThemeSummary; may: May }) {
  const send = api.useSend('POST /api/themes/:themeId/split')
  const split = () =>
    send.mutate(
      { themeId: theme.id, contributionIds: [...(chosen ?? [])] },
      {
        onSuccess: (view) => {
          onChoose(new Set())
          shaping.onDone(view, say('themes.done.split', { count: chosen?.size ?? 0 }))
        },
      },
    )
  return (
    <>
      <Button small kind="primary" may={may} busy={send.isPending} onPress={split}>
        {say('themes.split')}
      </Button>
      {send.error && <Problem small error={send.error} />}
    </>
  )
}

/** Stands for "no theme" among the ids of themes. */
const NONE = 'none'

function Move({
  venueId,
  theme,
  chosen,
  onChoose,
  shaping,
  onClose,
}: BarProps & { chosen: ReadonlySet<string>; onClose: () => void }) {
  const others = shaping.themes.filter(({ id }) => id !== theme?.id)
  const options = [
    ...others.map((other) => ({ value: other.id, label: nameOf(other) })),
    ...(theme ? [{ value: NONE, label: say('themes.move.none') }] : []),
  ]
  const [to, setTo] = useState(options[0]?.value ?? '')
  const send = api.useSend('PUT /api/venues/:venueId/theme-places')
  const move = () =>
    send.mutate(
      { venueId, contributionIds: [...chosen], themeId: to === NONE ? null : to },
      {
        onSuccess: (view) => {
          onChoose(new Set())
          shaping.onDone(view, say(to === NONE ? 'themes.done.out' : 'themes.done.moved', { count: chosen.size }))
          onClose()
        },
      },
    )
  return (
    <Dialog title={say('themes.move.title', { count: chosen.size })} onClose={onClose} width="narrow">
      <div className="stack">
        <p>{say('themes.move.text')}</p>
        <Select label={say('themes.move.to')} value={to} options={options} onChange={setTo} />
        {send.error && <Problem error={send.error} />}
        <DialogActions>
          <Button kind="primary" busy={send.isPending} onPress={move}>
            {say('themes.move.act')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
