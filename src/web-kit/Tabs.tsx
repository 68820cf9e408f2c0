import { numberFormat } from '../kernel/messages.ts'
import './tabs.css'
import { Link } from './Link.tsx'
import { useNavigation } from './navigation.ts'
import { viewer } from './say.ts'
import { useStrip } from './use-strip.ts'

/** One part of a thing: its address, its name and, if it holds things to count, how many. */
export type Tab = {
  readonly to: string
  readonly label: string
  readonly count?: number | undefined
  /** Also current on pages below it. */
  readonly above?: boolean
}

/** Parts of one thing, each with its own address. Where they do not all fit, the edge that hides some fades. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { path } = useNavigation()
  const { strip, more } = useStrip(path, tabs.length)
  return (
    <nav ref={strip} className="tabs" aria-label={label} data-more={more || undefined}>
      {tabs.map((tab) => {
        const current = path === tab.to || (tab.above && path.startsWith(`${tab.to}/`))
        return (
          <Link key={tab.to} to={tab.to} aria-current={current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && (
              <span className="tabs-count">{numberFormat(viewer().locale).format(tab.count)}</span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
