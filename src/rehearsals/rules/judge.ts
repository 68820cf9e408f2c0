import type { Check, CheckKey } from '../contract.ts'

/** What a rehearsal found; null: it did not come so far. */
export type Measured = {
  readonly promise: boolean
  readonly forums: number
  /** Of the forum with the fewest: its own hosts, or those of the jam where it has none. */
  readonly hostsPerForum: number
  /** Hours from the opening to the end; null without sensible dates. */
  readonly hours: number | null
  /** Members of the hubs that take part, or everybody where the lobby is open. */
  readonly reach: number
  readonly lobbyOpen: boolean
  /** Letters of the last day that could not be delivered. */
  readonly mailFailed: number
  /** Until a letter to whoever asked had left the house; null: it has not. */
  readonly mailSeconds: number | null
  readonly diskFreeBytes: number | null
  readonly phases: number
  readonly acceptedP99Ms: number | null
  readonly refused: number
  /** Contributions, replies and votes that are missing from the counts everybody sees. */
  readonly uncounted: number | null
  readonly themesSeconds: number | null
  readonly ratingSeconds: number | null
  readonly reportSeconds: number | null
}

/** All phases: discuss, rate, report. */
export const PHASES = 3
const P99_MAX_MS = 1_000
const MAIL_MAX_SECONDS = 60
const THEMES_MAX_SECONDS = 60
const RATING_MAX_SECONDS = 30
const REPORT_MAX_SECONDS = 60
const DISK_LEAST_BYTES = 2 * 1024 ** 3
const GIGABYTE = 1024 ** 3

/** Go or no-go, line by line, each with the value it rests on. */
export function judge(m: Measured): Check[] {
  const line = (key: CheckKey, go: boolean, value: number | null): Check => ({ key, go, value })
  const within = (value: number | null, most: number): boolean => value !== null && value <= most
  return [
    line('promise', m.promise, null),
    line('forums', m.forums > 0, m.forums),
    line('hosts', m.hostsPerForum > 0, m.hostsPerForum),
    line('dates', m.hours !== null && m.hours >= 1, m.hours),
    line('reach', m.lobbyOpen || m.reach >= 5, m.reach),
    line('mail', within(m.mailSeconds, MAIL_MAX_SECONDS) && m.mailFailed === 0, m.mailSeconds),
    line('disk', m.diskFreeBytes !== null && m.diskFreeBytes >= DISK_LEAST_BYTES, gigabytes(m.diskFreeBytes)),
    line('phases', m.phases === PHASES, m.phases),
    line('accepted', within(m.acceptedP99Ms, P99_MAX_MS), m.acceptedP99Ms && Math.round(m.acceptedP99Ms)),
    line('refused', m.refused === 0, m.refused),
    line('counted', m.uncounted === 0, m.uncounted),
    line('themes', within(m.themesSeconds, THEMES_MAX_SECONDS), m.themesSeconds),
    line('rating', within(m.ratingSeconds, RATING_MAX_SECONDS), m.ratingSeconds),
    line('report', within(m.reportSeconds, REPORT_MAX_SECONDS), m.reportSeconds),
  ]
}

const gigabytes = (bytes: number | null): number | null => bytes && Math.round((bytes / GIGABYTE) * 10) / 10

/** The value below which 99 of 100 lie; null for none. */
export function p99(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? null
}
