import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Field, Form, tell } from '../../web-kit/index.ts'
import { identity } from './api.ts'
import { NewPasswordField } from './PersonFields.tsx'
import { say } from './say.ts'

/** Setting or changing the password; other sessions end. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const answers = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = identity.useSend('PUT /api/profile/password')
  const done = () => {
    setCurrent('')
    setPassword('')
    tell(say('identity.password.saved'))
    return answers.invalidateQueries()
  }
  return (
    <Form
      onSend={() => change.mutate({ current: hasPassword ? current : null, password }, { onSuccess: done })}
      busy={change.isPending}
      error={change.error}
      aria-label={say('identity.password.title')}
    >
      {/* password managers file the new password under this address */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <Field
          label={say('identity.password.current')}
          type="password"
          autoComplete="current-password"
          required
          maxLength={256}
          value={current}
          onChange={setCurrent}
        />
      ) : (
        <p className="quiet-text">{say('identity.password.none')}</p>
      )}
      <NewPasswordField label={say('identity.password.new')} value={password} onChange={setPassword} />
      <div className="row">
        <Button type="submit" busy={change.isPending}>
          {say(hasPassword ? 'identity.password.change' : 'identity.password.set')}
        </Button>
        <span className="quiet-text">{say('identity.password.ends-others')}</span>
      </div>
    </Form>
  )
}
