import { languageFor } from '../../kernel/messages.ts'
import { Field, Select } from '../../web-kit/index.ts'
import { NAME_MAX, PASSWORD_MIN } from '../rules/limits.ts'
import { spokenLanguages } from './places-and-languages.ts'
import { say } from './say.ts'
import { TimeZoneSelect } from './TimeZoneSelect.tsx'

type Speech = { readonly locale: string; readonly timeZone: string }

/** Language and time zone, side by side where there is room. */
export function SpeechFields({ value, onChange }: { value: Speech; onChange: (change: Partial<Speech>) => void }) {
  return (
    <>
      <Select
        label={say('identity.person.language')}
        value={languageFor([value.locale])}
        options={spokenLanguages()}
        onChange={(locale) => onChange({ locale })}
      />
      <TimeZoneSelect
        label={say('identity.person.time-zone')}
        value={value.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </>
  )
}

export function NameField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  return (
    <Field
      label={say('identity.person.name')}
      hint={say('identity.person.name-hint')}
      autoComplete="name"
      required
      maxLength={NAME_MAX}
      value={value}
      onChange={onChange}
    />
  )
}

/** Who a new person is: name, address, and a password if they want one. */
export type NewPerson = { readonly name: string; readonly email: string; readonly password: string }

export function NewPersonFields({
  value,
  onChange,
}: {
  value: NewPerson
  onChange: (change: Partial<NewPerson>) => void
}) {
  return (
    <>
      <NameField value={value.name} onChange={(name) => onChange({ name })} />
      <Field
        label={say('identity.person.email')}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={value.email}
        onChange={(email) => onChange({ email })}
      />
      <NewPasswordField
        label={say('identity.person.password')}
        optional
        value={value.password}
        onChange={(password) => onChange({ password })}
      />
    </>
  )
}

type NewPasswordProps = {
  readonly label: string
  readonly optional?: boolean
  readonly value: string
  readonly onChange: (password: string) => void
}

export function NewPasswordField({ label, optional = false, value, onChange }: NewPasswordProps) {
  return (
    <Field
      label={label}
      hint={say('identity.person.password-hint', { min: PASSWORD_MIN })}
      type="password"
      autoComplete="new-password"
      required={!optional}
      minLength={PASSWORD_MIN}
      maxLength={256}
      value={value}
      onChange={onChange}
    />
  )
}
