import { languageNames, numberFormat } from '../../kernel/messages.ts'
import { viewer } from '../../web-kit/index.ts'
import type { ThemeSummary } from '../contract.ts'

/** The name that hosts gave, else the words that the machine found. */
export const nameOf = ({ name, label }: Pick<ThemeSummary, 'name' | 'label'>): string => name ?? label

/** A share in [0, 1] as the viewer writes it, without decimals. */
export const percent = (share: number): string =>
  numberFormat(viewer().locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** A difference with its sign: +4, −2, ±0. */
export const signed = (value: number): string =>
  value === 0 ? '±0' : numberFormat(viewer().locale, { signDisplay: 'always' }).format(value)

/** A small number as the viewer writes it, with one decimal where it has one. */
export const decimal = (value: number): string =>
  numberFormat(viewer().locale, { maximumFractionDigits: 1 }).format(value)

/** The name of a language in the viewer's. */
export function languageName(tag: string): string {
  try {
    return languageNames(viewer().locale).of(tag) ?? tag
  } catch {
    return tag
  }
}
