import './states.css'
import type { ReactNode } from 'react'
import type { May } from '../kernel/index.ts'
import { Button } from './Button.tsx'
import { type CallError, RefusalError, Unreachable } from './client.ts'
import { Icon, type IconName } from './Icon.tsx'
import { say } from './kit-say.ts'

/** Nothing here yet: say what will be here and offer the first step. */
export function Empty({
  icon = 'seed',
  title,
  children,
  action,
}: {
  icon?: IconName
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="state">
      <span className="state-sign">
        <Icon name={icon} size={26} />
      </span>
      <p className="state-title">{title}</p>
      {children && <div className="state-text">{children}</div>}
      {action}
    </div>
  )
}

/** Paper with grey lines while the content comes; `lines` as long as the content will be. */
export function Loading({ lines = 3, cards = 1, label }: { lines?: number; cards?: number; label?: string }) {
  const list = (count: number) => Array.from({ length: count }, (_, place) => place)
  return (
    <div role="status" className="loading">
      <span className="visually-hidden">{label ?? say('kit.loading')}</span>
      {list(cards).map((card) => (
        <div className="loading-card" key={card} aria-hidden="true">
          {list(lines).map((line) => (
            <i key={line} className={`loading-line loading-line-${line % 3}`} />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Why something may not be done here, in the server's words. Shown in place of what is not possible. */
export function Refused({ because, children }: { because: string | May; children?: ReactNode }) {
  const sentence = typeof because === 'string' ? because : because.ok ? undefined : because.sentence
  if (sentence === undefined) return null
  return (
    <div className="refused">
      <Icon name="lock" size={16} />
      <div>
        <p>{sentence}</p>
        {children}
      </div>
    </div>
  )
}

/** What to tell the person about a failed call: the refusal's sentence, or what to do when nobody answered. */
export function sentenceOf(error: CallError | Error): string {
  if (error instanceof RefusalError) return error.sentence
  return say(error instanceof Unreachable ? 'kit.problem.unreachable' : 'kit.problem.broken')
}

/** Something failed: what happened, why, and the next step. `small` beside a control, else in place of the content. */
export function Problem({
  error,
  onRetry,
  small,
  title,
}: {
  error: CallError | Error
  onRetry?: () => void
  small?: boolean
  title?: string
}) {
  const retry = onRetry && !(error instanceof RefusalError)
  return (
    <div className={small ? 'problem problem-small' : 'problem'} role="alert">
      <Icon name="warning" />
      <div className="stack stack-tight">
        {!small && !(error instanceof RefusalError) && (
          <p className="state-title">{title ?? say('kit.problem.title')}</p>
        )}
        <p>{sentenceOf(error)}</p>
        {retry && (
          <div>
            <Button small onPress={onRetry}>
              {say('kit.retry')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

type Read<T> = { data: T | undefined; error: CallError | Error | null; refetch?: () => unknown }

/** The four states of a read: loading, failed or refused, and the content. Old content stays while it is asked for anew. */
export function Await<T>({
  of,
  loading,
  children,
}: {
  of: Read<T>
  loading?: ReactNode
  children(data: T): ReactNode
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <Problem error={of.error} onRetry={() => of.refetch?.()} />
  return <>{loading ?? <Loading />}</>
}

/** A quiet hint or an important note inside a page. */
export function Note({
  tone = 'sky',
  icon,
  children,
}: {
  tone?: 'sky' | 'pollen' | 'leaf' | 'clay'
  icon?: IconName
  children: ReactNode
}) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icon ?? (tone === 'leaf' ? 'check' : tone === 'clay' ? 'warning' : 'info')} />
      <div>{children}</div>
    </div>
  )
}
