import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { complaintsOf, expectNoViolations, newPage, PHONE, type Viewer } from './browser.ts'

const SOUND =
  '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>Jam</h1></main></body></html>'

const opened: Page[] = []
afterAll(() => Promise.all(opened.map((page) => page.context().close())))

async function open(viewer: Viewer): Promise<Page> {
  const page = await newPage(viewer)
  opened.push(page)
  return page
}

async function pageWith(html: string): Promise<Page> {
  const page = await open(PHONE)
  await page.setContent(html)
  return page
}

test('a sound page passes the accessibility check', async () => {
  await expectNoViolations(await pageWith(SOUND))
})

test('a picture without a text fails the accessibility check', async () => {
  const page = await pageWith(SOUND.replace('</main>', '<img src="data:,"></main>'))
  await expect(expectNoViolations(page)).rejects.toThrow('image-alt')
})

test('the viewer has the width, language and time zone that were asked for', async () => {
  const page = await open({ width: 500, locale: 'de-AT', timezone: 'Asia/Taipei' })
  const seen = await page.evaluate(() => ({
    width: innerWidth,
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  expect(seen).toEqual({ width: 500, language: 'de-AT', zone: 'Asia/Taipei' })
})

test('an uncaught error of a page is kept for the test to see', async () => {
  const page = await pageWith(SOUND)
  const thrown = page.waitForEvent('pageerror')
  await page.evaluate(() => {
    queueMicrotask(() => {
      throw new Error('planted')
    })
  })
  await thrown
  expect(complaintsOf(page)).toEqual(['planted'])
})

test('Chinese is drawn with glyphs of its own, not with empty boxes', async () => {
  const page = await pageWith(SOUND)
  const pictures = await page.evaluate(() =>
    ['計', '程', '\u{10FFFD}'].map((sign) => {
      const canvas = document.createElement('canvas')
      const pen = canvas.getContext('2d')
      if (!pen) return ''
      pen.font = '40px sans-serif'
      pen.fillText(sign, 0, 50)
      return canvas.toDataURL()
    }),
  )
  expect(new Set(pictures).size).toBe(3)
})
