import { useState } from 'react'
import { Button, Dialog, DialogActions, Form, Radios, TextArea, tell } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { REASON_MAX } from '../rules/limits.ts'
import { api } from './api.ts'
import { DateField } from './DateField.tsx'
import { say } from './say.ts'
import { useJamChanged } from './use-jam.ts'
import { viewerZone, zoneName } from './zone.ts'

type Props = { readonly view: JamView; readonly onClose: () => void }

/** A later end for the present phase, with a reason that everybody sees. */
export function ExtendDialog({ view, onClose }: Props) {
  const [until, setUntil] = useState<string | null>(view.jam.endsAt)
  const [reason, setReason] = useState('')
  const send = api.useSend('POST /api/jams/:jamId/extend')
  const done = useDone(onClose)
  const extend = () => {
    if (until) send.mutate({ jamId: view.jam.id, until, reason: reason.trim() }, { onSuccess: done })
  }
  return (
    <Dialog title={say('jams.extend')} onClose={onClose}>
      <Form busy={send.isPending} error={send.error} onSend={extend}>
        <DateField
          required
          label={say('jams.extend.until')}
          hint={say('jams.dates.zone', { zone: zoneName(viewerZone()) })}
          value={until}
          onChange={setUntil}
        />
        <Reason value={reason} onChange={setReason} />
        <DialogActions>
          <Button kind="primary" type="submit" busy={send.isPending}>
            {say('jams.extend')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

const later = { prepare: [], discuss: ['rate', 'report'], rate: ['report'], report: ['archive'], archive: [] } as const

/** Moves on to a later phase before its time, with a reason that everybody sees. */
export function MoveDialog({ view, onClose }: Props) {
  const ways = later[view.jam.phase].filter((phase) => phase !== 'rate' || view.jam.dates.rateAt !== null)
  const [to, setTo] = useState(ways[0] ?? 'archive')
  const [reason, setReason] = useState('')
  const send = api.useSend('POST /api/jams/:jamId/move')
  const done = useDone(onClose)
  return (
    <Dialog title={say('jams.move')} onClose={onClose}>
      <Form
        busy={send.isPending}
        error={send.error}
        onSend={() => send.mutate({ jamId: view.jam.id, to, reason: reason.trim() }, { onSuccess: done })}
      >
        <Radios
          legend={say('jams.move.to')}
          value={to}
          options={ways.map((value) => ({
            value,
            label: say(`jams.phase.${value}`),
            hint: say(`jams.phase.${value}.means`),
          }))}
          onChange={setTo}
        />
        <Reason value={reason} onChange={setReason} />
        <DialogActions>
          <Button kind="primary" type="submit" busy={send.isPending}>
            {say('jams.move')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function useDone(onClose: () => void): (view: JamView) => void {
  const changed = useJamChanged()
  return (view) => {
    changed(view)
    onClose()
    tell(say('jams.course.told'))
  }
}

function Reason({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  return (
    <TextArea
      required
      reading
      rows={2}
      label={say('jams.reason')}
      hint={say('jams.reason.hint')}
      value={value}
      maxLength={REASON_MAX}
      counter={{ from: REASON_MAX - 100, max: REASON_MAX }}
      onChange={onChange}
    />
  )
}
