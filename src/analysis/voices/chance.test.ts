import { expect, test } from 'vitest'
import {
  binomialTail,
  falseDiscoveryCut,
  gammaQuantile,
  lnFactorial,
  normalTail,
  overlapTail,
  wilsonBounds,
} from './chance.ts'

test('factorials are those of the school', () => {
  for (const [n, factorial] of [
    [0, 1],
    [1, 1],
    [5, 120],
    [20, 2432902008176640000],
  ] as const) {
    expect(lnFactorial(n)).toBeCloseTo(Math.log(factorial), 9)
  }
})

test('a coin shows at least three heads in four throws five times of sixteen', () => {
  expect(binomialTail(3, 4, 0.5)).toBeCloseTo(5 / 16, 12)
  expect(binomialTail(0, 4, 0.5)).toBe(1)
  expect(binomialTail(5, 4, 0.5)).toBe(0)
  expect(binomialTail(400, 500, 0.1)).toBeGreaterThan(0)
})

test('two hands of five out of fifty-two share at least one card in 39 of 100', () => {
  // 1 - C(47, 5) / C(52, 5)
  expect(overlapTail({ population: 52, left: 5, right: 5, both: 1 })).toBeCloseTo(1 - 1533939 / 2598960, 10)
  expect(overlapTail({ population: 52, left: 5, right: 5, both: 6 })).toBe(0)
  expect(overlapTail({ population: 6, left: 5, right: 5, both: 4 })).toBeCloseTo(1, 10)
})

test('the normal tail has its known values', () => {
  expect(normalTail(0)).toBeCloseTo(0.5, 6)
  expect(normalTail(1.959964)).toBeCloseTo(0.025, 7)
  expect(normalTail(-1.959964)).toBeCloseTo(0.975, 7)
  expect(normalTail(6) / 9.8659e-10).toBeCloseTo(1, 4)
})

test('Wilson bounds of eight in ten at 95 % on both sides are .490 and .943', () => {
  const { low, high } = wilsonBounds(8, 10, 1.959964)
  expect([low, high].map((bound) => bound.toFixed(3))).toEqual(['0.490', '0.943'])
  expect(wilsonBounds(0, 0)).toEqual({ share: 0, low: 0, high: 1 })
})

test('the gamma quantile of shape 10 at 5 % is 5.43', () => {
  expect(gammaQuantile(10, 1, -1.6448536)).toBeCloseTo(5.4254, 1)
  expect(gammaQuantile(0.01, 1, -1.6448536)).toBe(0)
})

test('of many chances only those pass that beat their rank', () => {
  expect(falseDiscoveryCut([0.001, 0.02, 0.5, 0.9], 0.05)).toBe(0.02)
  expect(falseDiscoveryCut([0.04, 0.05, 0.6, 0.9], 0.05)).toBe(-1)
  expect(falseDiscoveryCut([], 0.05)).toBe(-1)
})
