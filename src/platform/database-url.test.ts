import { expect, test } from 'vitest'
import { connectionOf } from './database-url.ts'

test('a full address gives every part, decoded', () => {
  expect(connectionOf('postgres://ann%40x:p%2Fw@db.example.org:5433/talk')).toEqual({
    host: 'db.example.org',
    port: 5433,
    user: 'ann@x',
    password: 'p/w',
    database: 'talk',
    ssl: false,
  })
})

test('the port is 5432 unless it is given', () => {
  expect(connectionOf('postgresql://ann@db/talk').port).toBe(5432)
})

test('host= names the folder of a socket', () => {
  expect(connectionOf('postgres://ann@/talk?host=/run/postgresql').host).toBe('/run/postgresql')
})

test('an IPv6 address loses its brackets', () => {
  expect(connectionOf('postgres://ann@[::1]/talk').host).toBe('::1')
})

test.each(['require', 'verify-ca', 'verify-full'])('sslmode=%s verifies the certificate', (mode) => {
  expect(connectionOf(`postgres://ann@db/talk?sslmode=${mode}`).ssl).toEqual({ rejectUnauthorized: true })
})

test('sslmode=no-verify encrypts without verifying', () => {
  expect(connectionOf('postgres://ann@db/talk?sslmode=no-verify').ssl).toEqual({ rejectUnauthorized: false })
})
