import './card.css'
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

type CardProps = {
  readonly children: ReactNode
  /** `raised` lies on the paper, `sunken` is quiet, `attention` asks for something. */
  readonly look?: 'raised' | 'sunken' | 'attention' | undefined
  readonly as?: 'div' | 'section' | 'article' | 'li'
  readonly id?: string
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
}

/** A sheet of paper with things that belong together. */
export function Card({ children, look = 'raised', as: Tag = 'div', ...rest }: CardProps) {
  return (
    <Tag {...rest} className={classes('card', `card-${look}`)}>
      {children}
    </Tag>
  )
}

/** A small word on a thing: `leaf` good, `pollen` attention, `clay` trouble, `sky` information. */
export function Badge({
  children,
  tone = 'plain',
}: {
  children: ReactNode
  tone?: 'plain' | 'leaf' | 'pollen' | 'clay' | 'sky'
}) {
  return <span className={classes('badge', `badge-${tone}`)}>{children}</span>
}

/** Facts in a row, each a few words. */
export function Facts({ children }: { children: ReactNode }) {
  return <div className="facts">{children}</div>
}

/** The pulse beside what happens just now. */
export function LiveDot({ children }: { children: ReactNode }) {
  return (
    <span className="live">
      <i aria-hidden="true" />
      {children}
    </span>
  )
}
