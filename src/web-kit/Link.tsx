import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react'
import { type Navigation, useNavigation } from './navigation.ts'

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'style' | 'onClick'> & {
  readonly to: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLAnchorElement>
  /** Called as the person leaves through this link, for menus and dialogs that close. */
  readonly onFollow?: () => void
}

/** A link. Inside the product it changes the page without loading it anew, and fetches its code on a hint. */
export function Link({ to, onFollow, ...rest }: LinkProps) {
  const navigation = useNavigation()
  const inside = to.startsWith('/') && !to.startsWith('/api/') && !rest.download && !rest.target
  const hint = () => inside && navigation.preload(to)
  return (
    <a
      {...rest}
      href={to}
      onPointerEnter={hint}
      onFocus={hint}
      onClick={(event) => {
        onFollow?.()
        if (inside) follow(event, to, navigation)
      }}
    />
  )
}

function follow(event: MouseEvent, to: string, navigation: Navigation): void {
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0
  if (elsewhere || event.defaultPrevented) return
  event.preventDefault()
  navigation.go(to)
}
