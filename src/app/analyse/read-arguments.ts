import { WrongUsage } from '../../platform/index.ts'

/** Which flags a command takes: with a value after them, or alone. */
export type FlagKinds = Readonly<Record<string, 'value' | 'switch'>>

/** The words after a command: those without a flag, and each flag's value ('' for a switch). */
export type Arguments = { readonly words: readonly string[]; readonly flags: ReadonlyMap<string, string> }

/** Reads `IN --out OUT`, `--out=OUT`, switches and `--` (all that follows are words). What follows a flag with a value
 *  is its value whatever it looks like, so that -5 and -id-7 are no flags. Throws WrongUsage for a flag that is not
 *  known, given twice or without its value. */
export function readArguments(args: readonly string[], kinds: FlagKinds): Arguments {
  const words: string[] = []
  const flags = new Map<string, string>()
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const waiting = args.slice(0, end)
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (!isFlag(word)) words.push(word)
    else takeFlag(splitFlag(word), { kinds, flags, waiting })
  }
  return { words: [...words, ...args.slice(end + 1)], flags }
}

type Taking = { readonly kinds: FlagKinds; readonly flags: Map<string, string>; readonly waiting: string[] }

function takeFlag(
  { name, value }: { name: string; value: string | undefined },
  { kinds, flags, waiting }: Taking,
): void {
  const kind = kinds[name]
  if (kind === undefined) throw new WrongUsage(`There is no flag --${name}.`)
  if (flags.has(name)) throw new WrongUsage(`--${name} is given twice.`)
  if (kind === 'switch' && value !== undefined) throw new WrongUsage(`--${name} takes no value.`)
  const given = value ?? (kind === 'switch' ? '' : waiting.shift())
  if (given === undefined) throw new WrongUsage(`--${name} needs a value after it.`)
  flags.set(name, given)
}

/** A dash alone is the standard input, a dash and a digit a number. */
const isFlag = (word: string): boolean => /^--?[a-z]/i.test(word)

function splitFlag(word: string): { name: string; value: string | undefined } {
  const bare = word.replace(/^--?/, '')
  const at = bare.indexOf('=')
  return at === -1 ? { name: bare, value: undefined } : { name: bare.slice(0, at), value: bare.slice(at + 1) }
}

/** The whole number a flag was given, or `otherwise`. Throws WrongUsage for anything else. */
export function wholeNumber({ flags }: Arguments, name: string, otherwise: number): number {
  const given = flags.get(name)
  if (given === undefined) return otherwise
  if (!/^-?\d{1,15}$/.test(given)) throw new WrongUsage(`--${name} needs a whole number, not "${given}".`)
  return Number(given)
}
