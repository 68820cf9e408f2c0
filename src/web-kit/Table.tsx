import './table.css'
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { say } from './kit-say.ts'

/** How one thing about each row is headed and shown; `key` is unique among the columns. */
export type Column<T> = {
  readonly key: string
  readonly head: string
  readonly cell: (row: T) => ReactNode
  /** Numbers stand at the end of their column. */
  readonly number?: boolean
  /** This column names the row. */
  readonly names?: boolean
}

type TableProps<T> = {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
}

/** Rows to compare. On a narrow screen it scrolls sideways inside its own edge, also by keyboard. */
export function Table<T>({ caption, captionHidden, columns, rows, keyOf }: TableProps<T>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={say('kit.table.scroll', { caption })} tabIndex={0}>
      <table>
        <caption className={classes(captionHidden && 'visually-hidden')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classes(column.number && 'table-number')}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const className = classes(column.number && 'table-number')
  if (column.names) return <th scope="row">{column.cell(row)}</th>
  return <td className={className}>{column.cell(row)}</td>
}
