import { classes } from './class-names.ts'

// Our own set: 24 by 24, one stroke of 1.6, round ends. Each entry is the `d` of one path.
const shapes = {
  jams: 'M12 3v18M3 12h18M5.6 5.6l12.8 12.8M18.4 5.6 5.6 18.4',
  hubs: 'M12 12 5 6M12 12l7-6M12 12v7M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5 7.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM19 7.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM12 21a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  inbox: 'M4 13h4.5l1.5 2.5h4l1.5-2.5H20M4 13l2.5-8h11L20 13v6H4v-6Z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 4.3a3.5 3.5 0 0 1 0 6.4M17.5 14.3c2.3.7 3.7 2.6 4 5.7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4.2 3.5-6.3 7.5-6.3s6.9 2.1 7.5 6.3',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l4.5 4.5',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  up: 'm6 15 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  next: 'm9 6 6 6-6 6',
  previous: 'm15 6-6 6 6 6',
  arrow: 'M4 12h16M14 6l6 6-6 6',
  agree: 'M12 20V5M5.5 11.5 12 5l6.5 6.5',
  disagree: 'M12 4v15M5.5 12.5 12 19l6.5-6.5',
  pass: 'M5 12h14',
  star: 'm12 3.8 2.5 5.3 5.7.8-4.1 4.1 1 5.8-5.1-2.8-5.1 2.8 1-5.8L3.8 9.9l5.7-.8L12 3.8Z',
  reply: 'M9.5 6 4 11.5 9.5 17M4.5 11.5H14c4 0 6 2 6 6',
  build: 'M4 20h16M6 20v-5h5v5M13 20v-5h5v5M9.5 15v-5h5v5',
  example: 'M5 5h14v10H9l-4 4V5Z',
  objection: 'M12 8v5M12 16.5h.01M10.5 4.5h3l6 6v3l-6 6h-3l-6-6v-3l6-6Z',
  question: 'M9 9.2a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1.2-1.4 2.3M12 17.5h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  speak: 'M4 5h16v11h-9l-5 4v-4H4V5Z',
  edit: 'm4 20 .8-4L16 4.8l3.2 3.2L8 19.2 4 20ZM14 7l3 3',
  history: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.3l3.3 2',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 13h8.4L17 7M10.5 11v5.5M13.5 11v5.5',
  copy: 'M9 9h11v11H9V9ZM5 15H4V4h11v1',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  mail: 'M4 6h16v12H4V6ZM4 7.5l8 5.5 8-5.5',
  lock: 'M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9Z',
  door: 'M14 4H6v16h8M10.5 12H20M17 9l3 3-3 3',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  keyboard: 'M3 7h18v10H3V7ZM7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17.5 10.5h.01M8 14h8',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  flag: 'M6 21V4M6 5h11.5l-2 4 2 4H6',
  tree: 'M6 4v13M6 8h6M6 15h6M12 6h7v4h-7V6ZM12 13h7v4h-7v-4Z',
  eye: 'M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5s-7-2-9.5-6.5ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  info: 'M12 11v5.5M12 7.8h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  warning: 'M12 9.5v4.5M12 17h.01M12 4 2.8 20h18.4L12 4Z',
  promise: 'M12 3.5 5 6v5.5c0 4.3 2.7 7.2 7 9 4.3-1.8 7-4.7 7-9V6l-7-2.5ZM9 12l2.3 2.3L15.5 10',
  seed: 'M12 21v-8M12 13c0-4 2.5-6.5 7-7 0 4.5-2.5 7-7 7ZM12 15.5c0-2.8-1.9-4.7-5.5-5 0 3.3 2 5 5.5 5Z',
  guest: 'M4 20V5h9v15M13 9h7v11M2.5 20h19M7.5 9h2M7.5 13h2',
  quote: 'M9.5 7C6.5 8 5 10.2 5 13.5V17h5v-5H7.5M18.5 7c-3 1-4.5 3.2-4.5 6.5V17h5v-5h-2.5',
} as const

/** The pictures there are; one more is one more shape above, drawn on 24 by 24. */
export type IconName = keyof typeof shapes

// These point along the line of reading, so they turn with it.
const turning: ReadonlySet<IconName> = new Set(['next', 'previous', 'arrow', 'reply', 'door', 'history'])

/** One of our pictures, the height of the text's line. Always decoration: the words beside it, or the button's label, say it. */
export function Icon({ name, size = 18, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg
      className={classes('icon', turning.has(name) && 'icon-turning')}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
