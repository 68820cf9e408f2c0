import { expect, test } from 'vitest'
import { drawPicture, fitPlaces, type Place } from './draw-picture.ts'

const crowd = (people: number, group: string | null, x = 0.1, y = 0.1): Place[] =>
  Array.from({ length: people }, () => ({ group, x, y }))

test('a square of four people is not drawn, one of five is', () => {
  const places = [...crowd(4, 'A', -0.9), ...crowd(5, 'A', 0.9)]
  expect(drawPicture(places)).toEqual([{ column: 7, row: 4, group: 'A', people: 5 }])
})

test('without the least number the four would be seen', () => {
  expect(drawPicture(crowd(4, 'A'), 1)).toHaveLength(1)
})

test('two groups in one square are never added up to five', () => {
  expect(drawPicture([...crowd(3, 'A'), ...crowd(3, 'B')])).toEqual([])
})

test('people of a group that is not shown are not drawn', () => {
  expect(drawPicture(crowd(9, null))).toEqual([])
})

test('people are told in fives', () => {
  expect(drawPicture(crowd(9, 'A'))[0]?.people).toBe(5)
})

test('who stands where inside a square changes nothing that others see', () => {
  const one = [...crowd(6, 'A', 0.02, 0.02), ...crowd(1, 'A', 0.2, 0.2)]
  const other = [...crowd(6, 'A', 0.2, 0.1), ...crowd(1, 'A', 0.01, 0.24)].reverse()
  expect(drawPicture(one)).toEqual(drawPicture(other))
})

test('one person far outside does not stretch the picture and is put on its edge', () => {
  const near = crowd(19, 'A', 0.9, 0)
  const fitted = fitPlaces([...near, { group: 'A', x: 40, y: 0 }])
  expect(fitted.slice(0, 19)).toEqual(near)
  expect(fitted[19]?.x).toBe(1)
})
