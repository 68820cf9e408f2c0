import './page.css'
import { type ReactNode, useEffect } from 'react'
import { classes } from './class-names.ts'
import { say } from './kit-say.ts'
import { Link } from './Link.tsx'

/** One step of the way from the start page down to this page, which is not among them itself. */
export type Crumb = { readonly label: string; readonly to: string }

type PageFrameProps = {
  readonly title: string
  /** The title as shown, when it is more than text. */
  readonly heading?: ReactNode
  readonly crumbs?: readonly Crumb[]
  /** A sentence or facts under the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** Beside the page on wide screens, after it on narrow ones. */
  readonly aside?: ReactNode
  /** `reading` is one column of a comfortable measure, `narrow` suits forms, `wide` takes all there is. */
  readonly width?: 'narrow' | 'reading' | 'wide'
  readonly children?: ReactNode
}

/** A page: its title (also the window's), where it lies, what can be done, and its content. */
export function Page({ title, heading, crumbs, lead, actions, aside, width = 'reading', children }: PageFrameProps) {
  useEffect(() => {
    document.title = say('kit.page.title', { title })
  }, [title])
  return (
    <div className={classes('page', `page-${width}`, aside !== undefined && 'page-with-aside')}>
      <div className="page-main">
        <header className="page-head">
          {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
          <div className="page-title">
            <h1 tabIndex={-1}>{heading ?? title}</h1>
            {actions && <div className="page-actions">{actions}</div>}
          </div>
          {lead && <div className="page-lead">{lead}</div>}
        </header>
        {children}
      </div>
      {aside !== undefined && <aside className="page-aside">{aside}</aside>}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={say('kit.breadcrumb')} className="crumbs">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** A part of a page under its own heading, with actions on the heading's line. */
export function Section({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
