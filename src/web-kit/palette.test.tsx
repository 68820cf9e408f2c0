import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type PaletteEntry, paletteFind, usePaletteEntries } from './palette.ts'

function Knows({ entries }: { entries: readonly PaletteEntry[] }) {
  usePaletteEntries(entries)
  return null
}

test('entries of a component that is not on the page are not offered', () => {
  renderToStaticMarkup(<Knows entries={[{ id: 'a', label: 'Jams', to: '/jams' }]} />)
  expect(paletteFind('')).toEqual([])
})
