import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { RefusalError, Unreachable } from './client.ts'
import {
  Avatar,
  Await,
  Badge,
  Button,
  Card,
  Checkboxes,
  CopyField,
  Empty,
  Field,
  Link,
  LinkButton,
  Loading,
  Page,
  Problem,
  Progress,
  Prose,
  Radios,
  Refused,
  Select,
  Sparkline,
  SplitBar,
  Table,
  Tabs,
  TextArea,
  Time,
} from './index.ts'
import { messages } from './messages.en.ts'
import { sayRichIn, speak } from './say.ts'

const noted = { ok: false as const, because: 'jam.not-open', sentence: 'The jam has not opened yet.' }
const none = () => {}

function htmlOf(element: ReactElement): string {
  return renderToStaticMarkup(element)
}

beforeEach(() => speak({ language: 'en', catalogue: messages, timeZone: 'Europe/Vienna' }))

test('a refused button can be reached, says why, and does not submit by itself', () => {
  const html = htmlOf(<Button may={noted}>Write</Button>)
  expect(html).toContain('aria-disabled="true"')
  expect(html).toContain('title="The jam has not opened yet."')
  expect(html).toContain('type="button"')
  expect(html).not.toMatch(/ disabled/)
})

test('an allowed button is an ordinary one', () => {
  expect(htmlOf(<Button may={{ ok: true }}>Write</Button>)).not.toContain('aria-disabled')
})

test('a field is tied to its label, its hint and its error', () => {
  const html = htmlOf(<Field label="Title" hint="Short" error="Too long" value="x" onChange={none} />)
  const id = /<input[^>]* id="([^"]+)"/.exec(html)?.[1] ?? 'none'
  expect(html).toContain(`<label for="${id}"`)
  expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`)
  expect(html).toContain('aria-invalid="true"')
})

test('the counter appears where it begins, and says what is too much', () => {
  const field = (length: number) => (
    <Field label="Title" counter={{ from: 120, max: 250 }} value={'x'.repeat(length)} onChange={none} />
  )
  expect(htmlOf(field(119))).not.toContain('left')
  expect(htmlOf(field(120))).toContain('130 characters left')
  expect(htmlOf(field(251))).toContain('1 character too many')
})

test('a refusal shows its own sentence and offers no retry; a silence does', () => {
  const refusal = htmlOf(<Problem error={new RefusalError(403, { key: 'x', sentence: 'Not yours.' })} onRetry={none} />)
  expect(refusal).toContain('Not yours.')
  expect(refusal).not.toContain('Try again')
  expect(htmlOf(<Problem error={new Unreachable('x')} onRetry={none} />)).toContain('Try again')
})

test('content that is there stays while it is asked for anew and fails', () => {
  const of = { data: 'Old', error: new Unreachable('x') }
  expect(htmlOf(<Await of={of}>{(data) => <p>{data}</p>}</Await>)).toBe('<p>Old</p>')
})

test('what cannot be done is explained, what can be done is not', () => {
  expect(htmlOf(<Refused because={noted} />)).toContain('The jam has not opened yet.')
  expect(htmlOf(<Refused because={{ ok: true }} />)).toBe('')
})

test('a language that is not known is not claimed', () => {
  expect(htmlOf(<Prose html="<p>x</p>" lang="und" />)).not.toContain('lang=')
  expect(htmlOf(<Prose html="<p>x</p>" lang="zh" />)).toContain('lang="zh"')
})

test('a bar without votes is not drawn', () => {
  expect(htmlOf(<SplitBar label="Votes" parts={[{ label: 'agree', value: 0, tone: 'leaf' }]} />)).toBe('')
})

test('a sentence may hold elements where its values stand', () => {
  const rich = sayRichIn<{ 'a.b': '{name} of {hub}' }>()
  speak({ language: 'en', catalogue: { 'a.b': '{name} of {hub}' } })
  expect(htmlOf(<p>{rich('a.b', { name: <b key="name">Ada</b>, hub: 'North' })}</p>)).toBe('<p><b>Ada</b> of North</p>')
})

test('no part puts a style into its HTML, which the Content-Security-Policy would refuse', () => {
  const parts = [
    <Page key="1" title="Title" crumbs={[{ label: 'Jams', to: '/jams' }]} aside={<p>Aside</p>} lead="Lead" />,
    <Card key="2">
      <Avatar id="a" name="Ada" />
      <Badge tone="pollen">Guest</Badge>
    </Card>,
    <Progress key="3" label="Read" value={3} max={7} />,
    <Sparkline key="4" label="Rising" values={[1, 2, 3]} />,
    <SplitBar key="5" label="Votes" parts={[{ label: 'agree', value: 3, tone: 'leaf' }]} />,
    <TextArea key="6" label="Text" value="x" onChange={none} />,
    <Select key="7" label="Zone" value="a" options={[{ value: 'a', label: 'A' }]} onChange={none} />,
    <Radios key="8" legend="Kind" inline value="a" options={[{ value: 'a', label: 'A' }]} onChange={none} />,
    <Checkboxes key="9" legend="Hubs" values={['a']} options={[{ value: 'a', label: 'A' }]} onChange={none} />,
    <CopyField key="10" label="Link" value="https://example.org" />,
    <Table
      key="11"
      caption="People"
      rows={['a']}
      keyOf={(row) => row}
      columns={[{ key: 'n', head: 'Name', cell: (row) => row }]}
    />,
    <Tabs key="12" label="Parts" tabs={[{ to: '/', label: 'One', count: 3 }]} />,
    <Time key="13" at="2026-11-22T06:40:00Z" as="both" />,
    <Loading key="14" />,
    <Empty key="15" title="Nothing" />,
    <Link key="16" to="/jams">
      Jams
    </Link>,
    <LinkButton key="17" to="/jams" icon="jams">
      Jams
    </LinkButton>,
  ]
  expect(htmlOf(<main>{parts}</main>)).not.toContain('style=')
})
