import './hubs.css'
import { languageName, TimeZoneSelect } from '../../identity/web/index.ts'
import { Button, Field, Select } from '../../web-kit/index.ts'
import { HUB_NAME_MAX } from '../rules/limits.ts'
import { say } from './say.ts'

export type HubDraft = { readonly name: string; readonly locales: string[]; readonly timeZone: string }

// The languages offered first; a hub may also have others, given by import.
const OFFERED =
  'en de fr es it pt nl pl cs sk hu ro bg el sv da nb fi et lv lt sl hr sr uk ru tr ar he fa hi bn ta ur id ms vi th zh ja ko sw am ca eu'.split(
    ' ',
  )

/** Name, languages and time zone of a hub. */
export function HubFields({ value, onChange }: { value: HubDraft; onChange: (change: Partial<HubDraft>) => void }) {
  return (
    <>
      <Field
        label={say('hub.name')}
        required
        maxLength={HUB_NAME_MAX}
        value={value.name}
        onChange={(name) => onChange({ name })}
      />
      <Languages value={value.locales} onChange={(locales) => onChange({ locales })} />
      <TimeZoneSelect
        label={say('hub.time-zone')}
        value={value.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </>
  )
}

function Languages({ value, onChange }: { value: readonly string[]; onChange: (locales: string[]) => void }) {
  const left = OFFERED.filter((tag) => !value.includes(tag)).map((tag) => ({ value: tag, label: languageName(tag) }))
  const options = [{ value: '', label: '…' }, ...left]
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">{say('hub.languages')}</legend>
      <div className="language-chips">
        {value.map((tag) => (
          <Button
            key={tag}
            small
            icon="cross"
            may={
              value.length > 1
                ? { ok: true }
                : { ok: false, because: 'hub.one-language', sentence: say('hub.one-language') }
            }
            aria-label={say('hub.remove-language', { language: languageName(tag) })}
            onPress={() => onChange(value.filter((one) => one !== tag))}
          >
            {languageName(tag)}
          </Button>
        ))}
      </div>
      {value.length < 20 && (
        <Select
          label={say('hub.add-language')}
          value=""
          options={options}
          onChange={(tag) => tag && onChange([...value, tag])}
        />
      )}
    </fieldset>
  )
}
