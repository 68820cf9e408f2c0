import { expect, test } from 'vitest'
import { hubsOf } from './SetupPage.tsx'

test('each line is a hub; blank lines and doubles are nothing', () => {
  expect(hubsOf(' North \n\nSouth\nNorth\n')).toEqual(['North', 'South'])
})

test('no more than fifty, each as long as a name may be', () => {
  const lines = Array.from({ length: 60 }, (_, place) => `${place}-${'x'.repeat(200)}`).join('\n')
  expect([hubsOf(lines).length, hubsOf(lines)[0]?.length]).toEqual([50, 120])
})
