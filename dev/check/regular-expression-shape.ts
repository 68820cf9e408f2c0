/** A conservative judge of regular expressions. It reads the shape, not the meaning: some expressions that are in fact
 *  quick are called slow, and then have a quick spelling that this judge accepts. */

type Repeat = { readonly least: number; readonly most: number }
type Atom = { readonly kind: 'atom'; readonly source: string }
type Group = { readonly kind: 'group'; readonly branches: readonly (readonly Piece[])[]; readonly look: boolean }
type Piece = { readonly what: Atom | Group; readonly repeat: Repeat }

const ONCE: Repeat = { least: 1, most: 1 }
/** Repeating this often is as good as without end. */
const ENDLESS = 1_000

/** Characters that stand for all others when two sets are compared: ASCII, and some beyond. */
const PROBES = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), 'é', 'ß', '計', '\u00a0', '😀']

type Reader = { readonly source: string; at: number }

function readEscape(reader: Reader): string {
  const rest = reader.source.slice(reader.at)
  const long = /^\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]{1,60}\}|k<[^>]{1,60}>)/.exec(
    rest,
  )
  return long?.[0] ?? rest.slice(0, 2)
}

function readClass(reader: Reader): string {
  let end = reader.at + 1
  while (end < reader.source.length && reader.source[end] !== ']') end += reader.source[end] === '\\' ? 2 : 1
  return reader.source.slice(reader.at, end + 1)
}

function readAtom(reader: Reader): Atom {
  const sign = reader.source[reader.at]
  const source = sign === '\\' ? readEscape(reader) : sign === '[' ? readClass(reader) : (sign ?? '')
  reader.at += source.length
  return { kind: 'atom', source }
}

function readGroup(reader: Reader): Group {
  const opening =
    /^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]{0,60}>|[a-z-]{1,6}:))?/.exec(reader.source.slice(reader.at))?.[0] ?? '('
  reader.at += opening.length
  const branches = readBranches(reader)
  reader.at += 1
  return { kind: 'group', branches, look: /[=!]$/.test(opening) }
}

function readRepeat(reader: Reader): Repeat {
  const found = /^(?:([*+?])|\{(\d{1,6})(,?)(\d{0,6})\})\??/.exec(reader.source.slice(reader.at))
  if (!found) return ONCE
  reader.at += found[0].length
  if (found[1]) return { least: found[1] === '+' ? 1 : 0, most: found[1] === '?' ? 1 : Number.POSITIVE_INFINITY }
  const least = Number(found[2])
  const most = found[4] ? Number(found[4]) : found[3] ? Number.POSITIVE_INFINITY : least
  return { least, most }
}

function readBranches(reader: Reader): Piece[][] {
  const branches: Piece[][] = [[]]
  while (reader.at < reader.source.length && reader.source[reader.at] !== ')') {
    if (reader.source[reader.at] === '|') {
      reader.at += 1
      branches.push([])
      continue
    }
    const what = reader.source[reader.at] === '(' ? readGroup(reader) : readAtom(reader)
    branches.at(-1)?.push({ what, repeat: readRepeat(reader) })
  }
  return branches
}

const isEndless = ({ repeat }: Piece): boolean => repeat.most > ENDLESS
const varies = ({ repeat }: Piece): boolean => repeat.most !== repeat.least

/** The characters an atom takes, as the probes it matches; an assertion such as ^ or \b takes none. */
function taken(atom: Atom, flags: string): ReadonlySet<string> {
  if (/^(?:\^|\$|\\[bB])$/.test(atom.source)) return new Set()
  const alone = new RegExp(`^(?:${atom.source})$`, flags.replaceAll(/[gy]/g, ''))
  return new Set(PROBES.filter((probe) => alone.test(probe)))
}

function firstTaken(pieces: readonly Piece[], flags: string): ReadonlySet<string> {
  const [first, ...rest] = pieces
  if (!first) return new Set()
  const own =
    first.what.kind === 'atom'
      ? taken(first.what, flags)
      : first.what.branches.reduce((all, branch) => all.union(firstTaken(branch, flags)), new Set<string>())
  return first.repeat.least === 0 ? own.union(firstTaken(rest, flags)) : own
}

function branchesOverlap(group: Group, flags: string): boolean {
  const firsts = group.branches.map((branch) => firstTaken(branch, flags))
  return firsts.some((one, index) => firsts.slice(index + 1).some((other) => !one.isDisjointFrom(other)))
}

function slowRepeat(piece: Piece, flags: string): string | undefined {
  const { what } = piece
  if (what.kind === 'atom' || what.look || !isEndless(piece)) return undefined
  const inner = what.branches.flat()
  if (inner.some(varies)) return 'a repetition inside a repetition'
  return branchesOverlap(what, flags) ? 'a repeated choice between beginnings that are alike' : undefined
}

/** Two endless runs of characters in common, with nothing between them that must be something else. */
function slowRuns(pieces: readonly Piece[], flags: string): string | undefined {
  for (const [index, piece] of pieces.entries()) {
    if (piece.what.kind !== 'atom' || !isEndless(piece)) continue
    const run = taken(piece.what, flags)
    for (const next of pieces.slice(index + 1)) {
      const overlaps = !firstTaken([{ ...next, repeat: ONCE }], flags).isDisjointFrom(run)
      if (overlaps && isEndless(next)) return 'two endless runs that share characters'
      if (!overlaps && next.repeat.least > 0 && firstTaken([next], flags).size > 0) break
    }
  }
  return undefined
}

function slowIn(pieces: readonly Piece[], flags: string): string | undefined {
  for (const piece of pieces) {
    const own = slowRepeat(piece, flags)
    if (own) return own
    if (piece.what.kind === 'atom') continue
    for (const branch of piece.what.branches) {
      const below = slowIn(branch, flags)
      if (below) return below
    }
  }
  return slowRuns(pieces, flags)
}

/** Why this expression may take more than linear time on a hostile text, or undefined when its shape is safe. */
export function slownessOf(source: string, flags: string): string | undefined {
  for (const branch of readBranches({ source, at: 0 })) {
    const slow = slowIn(branch, flags)
    if (slow) return slow
  }
  return undefined
}
