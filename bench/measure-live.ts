import { type Figure, median, percentile } from './figures.ts'
import type { LoadResult } from './load.ts'
import { type Bench, RUNS } from './open-bench.ts'
import { cpuMs, memoryMb, startWorker, type Worker } from './processes.ts'

const READERS = 2_000
const WRITES_A_SECOND = 20

type Taken = { frame: string; readers: number; ms: number[] }
type Run = { cpuMs: number; spreadMs: number[]; frames: string[] }

/** The product's process that holds the readers does nothing else: a second one takes the writes. */
export async function measureLive(bench: Bench): Promise<Figure[]> {
  const seconds = bench.quick ? 4 : 15
  const runs = bench.quick ? 1 : Math.min(RUNS, 3)
  const order = { connection: bench.postgres.connection, dataDir: bench.dataDir, port: 0, jobs: false }
  const holder = await startWorker('./ours.ts', order)
  const idleMb = memoryMb(holder.pid)
  const topic = `thread:${bench.world.threadId}`
  const readers = await startWorker('./readers.ts', null)
  try {
    const url = `${await holder.ask<string>({})}/api/live?topics=${topic}`
    const ours: Run[] = []
    const bare: Run[] = []
    let fullMb = 0
    for (let n = 0; n < runs; n++) {
      await readers.ask({ open: { url, cookies: bench.world.cookies, count: READERS } })
      const run = await runOurs(bench, { holder, readers, seconds })
      fullMb = Math.max(fullMb, memoryMb(holder.pid))
      await readers.ask({ close: true })
      ours.push(run)
      await readers.ask({ open: { url: `${bench.bare.url}/live`, cookies: [], count: READERS } })
      bare.push(await runBare(bench, { readers, frames: run.frames, seconds }))
      await readers.ask({ close: true })
    }
    return figuresOf(ours, bare, { idleMb, fullMb })
  } finally {
    for (const worker of [readers, holder]) await worker.end()
  }
}

type OurRun = { holder: Worker; readers: Worker; seconds: number }

async function runOurs(bench: Bench, { holder, readers, seconds }: OurRun): Promise<Run> {
  await readers.ask({ take: true })
  const before = cpuMs(holder.pid)
  await writeReplies(bench, seconds)
  const taken = await readers.ask<Taken[]>({ take: true })
  return runOf(taken, cpuMs(holder.pid) - before)
}

function writeReplies(bench: Bench, seconds: number): Promise<LoadResult> {
  return bench.load({
    url: `${bench.ours.url}/api/contributions/${bench.world.threadId}/replies`,
    method: 'POST',
    headers: bench.headers,
    body: JSON.stringify({ kind: 'plain', body: 'Reply # of the benchmark.' }),
    clients: 4,
    seconds,
    pace: WRITES_A_SECOND,
  })
}

/** Writes the very bytes of our run at the same rate, while the same replies are written beside it. */
async function runBare(
  bench: Bench,
  { readers, frames, seconds }: { readers: Worker; frames: string[]; seconds: number },
): Promise<Run> {
  await readers.ask({ take: true })
  const before = cpuMs(bench.bare.pid)
  const writing = writeReplies(bench, seconds)
  const began = performance.now()
  for (const [n, frame] of frames.entries()) {
    const wait = began + (n * seconds * 1000) / frames.length - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    await bench.bare.ask({ write: `${frame}\n\n` })
  }
  await writing
  const taken = await readers.ask<Taken[]>({ take: true })
  return runOf(taken, cpuMs(bench.bare.pid) - before)
}

function runOf(taken: readonly Taken[], cpu: number): Run {
  const whole = taken.filter((frame) => frame.readers === READERS)
  if (whole.length === 0) throw new Error('no frame reached all readers')
  return { cpuMs: cpu, spreadMs: whole.flatMap((frame) => frame.ms), frames: taken.map((frame) => frame.frame) }
}

function figuresOf(ours: Run[], bare: Run[], memory: { idleMb: number; fullMb: number }): Figure[] {
  const cpu = { ours: median(ours.map((run) => run.cpuMs)), bare: median(bare.map((run) => run.cpuMs)) }
  const p99 = {
    ours: median(ours.map((run) => percentile(run.spreadMs, 99))),
    bare: median(bare.map((run) => percentile(run.spreadMs, 99))),
  }
  return [
    ratioFigure('2,000 live readers, processor time', cpu, { unit: 'ms', atMost: 1.25 }),
    ratioFigure('2,000 live readers, delivery p99', p99, { unit: 'ms', atMost: 1.5 }),
    {
      name: 'memory idle and under 2,000 readers',
      ours: `${memory.idleMb} MB, ${memory.fullMb} MB`,
      bare: '',
      value: `${((memory.fullMb - memory.idleMb) / 2).toFixed(0)} kB a reader`,
      bar: '',
      met: null,
    },
  ]
}

function ratioFigure(
  name: string,
  { ours, bare }: { ours: number; bare: number },
  { unit, atMost }: { unit: string; atMost: number },
): Figure {
  const ratio = ours / bare
  return {
    name,
    ours: `${ours.toFixed(0)} ${unit}`,
    bare: `${bare.toFixed(0)} ${unit}`,
    value: `${ratio.toFixed(2)}x`,
    bar: `<= ${atMost}x`,
    met: ratio <= atMost,
  }
}
