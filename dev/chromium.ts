import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const shippedIn = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
const ARCHIVES = ['fonts', 'swiftshader', 'al2023'] as const

/** The browser's own folder: beside the package when that can be written to, else among the system's temporary files. */
function homeOfBrowser(version: string): string {
  const modules = path.join(shippedIn, '..', '..')
  const mayWrite = (folder: string): boolean => {
    try {
      fs.accessSync(folder, fs.constants.W_OK)
      return true
    } catch {
      return false
    }
  }
  const parent = mayWrite(modules)
    ? path.join(modules, '.cache')
    : path.join(os.tmpdir(), `dandelion-${os.userInfo().uid}`)
  return process.env.CHROMIUM_DIR ?? path.join(parent, `chromium-${version}`)
}

async function unpackInto(folder: string): Promise<void> {
  const { extract } = require(require.resolve('tar-fs', { paths: [shippedIn] })) as {
    extract(to: string): NodeJS.WritableStream
  }
  const compressed = (name: string): fs.ReadStream => fs.createReadStream(path.join(shippedIn, 'bin', name))
  await pipeline(
    compressed('chromium.br'),
    zlib.createBrotliDecompress({ chunkSize: 2 ** 21 }),
    fs.createWriteStream(path.join(folder, 'chromium'), { mode: 0o755 }),
  )
  for (const name of ARCHIVES) {
    // SwiftShader's libraries are looked for beside the binary; the others bring a folder of their own name.
    const to = name === 'swiftshader' ? folder : path.join(folder, name)
    await pipeline(compressed(`${name}.tar.br`), zlib.createBrotliDecompress(), extract(to))
  }
}

/** Unpacks the browser that npm shipped, once for each version, whole or not at all; answers with its folder.
 *  Two processes may do it at once: the second finds the first one's folder and drops its own. */
export async function unpackChromium(): Promise<string> {
  const { version } = JSON.parse(fs.readFileSync(path.join(shippedIn, 'package.json'), 'utf8')) as { version: string }
  const folder = homeOfBrowser(version)
  if (fs.existsSync(path.join(folder, 'chromium'))) return folder
  const unfinished = `${folder}.${process.pid}`
  fs.mkdirSync(unfinished, { recursive: true })
  await unpackInto(unfinished)
  try {
    fs.renameSync(unfinished, folder)
  } catch {
    fs.rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

/** A fontconfig file that adds Noto Sans TC (Chinese) to the browser's own fonts, with a cache beside it. */
function fontsFor(folder: string): string {
  const noto = path.dirname(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf')),
  )
  const file = path.join(folder, 'fonts.conf')
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>${noto}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    fs.writeFileSync(`${file}.${process.pid}`, text)
    fs.renameSync(`${file}.${process.pid}`, file)
  }
  return file
}

const ARGUMENTS = [
  '--no-sandbox', // only our own pages are opened, and root may have no sandbox
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--font-render-hinting=none',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--disable-gpu-compositing', // without a graphics card this takes a quarter less of the processor
]

/** Starts a headless Chromium from npm alone, with fonts for every language of the demo. Close it when done. */
export async function launchChromium(options: { readonly args?: readonly string[] } = {}): Promise<Browser> {
  const folder = await unpackChromium()
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    headless: true,
    args: [...ARGUMENTS, ...(options.args ?? [])],
    env: { ...process.env, FONTCONFIG_FILE: fontsFor(folder) },
  })
}
