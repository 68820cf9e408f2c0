import './button.css'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import type { May } from '../kernel/index.ts'
import { classes } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import { say } from './kit-say.ts'
import { Link } from './Link.tsx'
import { tell } from './toasts.ts'

/** How much a button asks for attention: `primary` once a screen; `plain` has an edge; `quiet` has none; `danger` destroys. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type Look = {
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly icon?: IconName
  /** The icon alone is seen; the children are the accessible name. */
  readonly iconOnly?: boolean
  readonly children: ReactNode
}

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'children' | 'onClick' | 'disabled'> & {
    readonly onPress?: () => void
    /** Shows that it works on it and ignores presses until it is done. */
    readonly busy?: boolean
    /** The server's decision: when refused the button stays reachable and tells why. */
    readonly may?: May
    /** For buttons that stay pressed. */
    readonly pressed?: boolean
    readonly ref?: React.Ref<HTMLButtonElement>
  }

/** Something to do. To go somewhere use LinkButton. */
export function Button({
  kind = 'plain',
  small,
  icon,
  iconOnly,
  busy,
  may,
  pressed,
  onPress,
  children,
  ...rest
}: ButtonProps) {
  const refused = may && !may.ok ? may.sentence : undefined
  const press = () => {
    if (busy) return
    if (refused) tell(refused)
    else onPress?.()
  }
  return (
    <button
      type="button"
      {...rest}
      className={lookOf({ kind, small, iconOnly })}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={refused || busy ? true : undefined}
      title={refused ?? (iconOnly && typeof children === 'string' ? children : rest.title)}
      onClick={(event) => {
        if (busy || refused) event.preventDefault()
        press()
      }}
    >
      {busy ? <span className="button-turning" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
      {busy && <span className="visually-hidden">{say('kit.sending')}</span>}
    </button>
  )
}

type LinkButtonProps = Look & {
  readonly to: string
  readonly download?: boolean
  readonly ref?: React.Ref<HTMLAnchorElement>
}

/** Somewhere to go, that looks like a button. */
export function LinkButton({ kind = 'plain', small, icon, iconOnly, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={lookOf({ kind, small, iconOnly })}>
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </Link>
  )
}

function lookOf({
  kind,
  small,
  iconOnly,
}: {
  kind: ButtonKind
  small?: boolean | undefined
  iconOnly?: boolean | undefined
}) {
  return classes('button', `button-${kind}`, small && 'button-small', iconOnly && 'button-icon')
}
