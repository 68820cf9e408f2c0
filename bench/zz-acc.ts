import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate, removeDataDirectory, startPostgres } from '../src/platform/index.ts'
import { openBench } from './open-bench.ts'

const dataDir = path.join(os.tmpdir(), `dandelion-bench-${process.pid}`)
let postgres = await startPostgres({ dataDir, appName: 'bench' })
{ const a = new pg.Client({ ...postgres.admin, database: 'postgres' }); await a.connect(); await a.query("alter system set shared_preload_libraries = 'pg_stat_statements'"); await a.query("alter system set pg_stat_statements.track = 'all'"); await a.end(); await postgres.stop(); postgres = await startPostgres({ dataDir, appName: 'bench' }) }
await migrate(postgres.connection)
const bench = await openBench({ postgres, dataDir, quick: true })
const cpu = (pid: number) => { const s = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(s[11]) + Number(s[12])) * 10 }
const pgs = () => { let sum = 0; const by: Record<string, number> = {}; for (const p of fs.readdirSync('/proc')) { if (!/^\d+$/.test(p)) continue; try { const c = fs.readFileSync(`/proc/${p}/cmdline`, 'utf8'); if (/postgres/.test(c) && fs.readFileSync(`/proc/${p}/stat`,'utf8').includes('(postgres)')) { const ms = cpu(Number(p)); sum += ms; const k = c.replace(/\0.*/s, '').slice(0, 60).replace(/\d+\(\d+\)/,''); by[k] = (by[k] ?? 0) + ms } } catch {} } return { sum, by } }
const threads = (pid: number) => Object.fromEntries(fs.readdirSync(`/proc/${pid}/task`).map((t) => { const s = fs.readFileSync(`/proc/${pid}/task/${t}/stat`, 'utf8'); const f = s.split(') ')[1]!.split(' '); return [t + ' ' + s.match(/\((.*)\)/)![1], (Number(f[11]) + Number(f[12])) * 10] }))
const order = (from: 'ours' | 'bare', seconds: number) => ({ url: `${bench[from].url}${from === 'ours' ? `/api/forums/${bench.world.forumId}/contributions` : '/insert'}`, method: 'POST' as const, headers: from === 'ours' ? bench.headers : {}, body: JSON.stringify({ title: 'Let three hubs say yes, number #', body: '~.' }), clients: 16, seconds })
await bench.load(order('ours', 6)); await bench.load(order('bare', 2))
const admin = new pg.Client({ ...postgres.admin, database: postgres.connection.database }); await admin.connect()
const hasPss = await admin.query('create extension if not exists pg_stat_statements').then(() => admin.query('select pg_stat_statements_reset()')).then(() => true, (e) => (console.log(String(e)), false))
for (const from of ['ours', 'bare'] as const) {
  const p0 = pgs(), n0 = cpu(bench[from].pid), t0 = threads(bench[from].pid), self0 = process.cpuUsage()
  const r = await bench.load(order(from, 8))
  const at = Date.now()
  const n = r.ms.length - r.failed
  const p1 = pgs(), n1 = cpu(bench[from].pid), t1 = threads(bench[from].pid)
  console.log(from, n, 'accepted', (n / 8).toFixed(0), '/s; node', ((n1 - n0) / n).toFixed(3), 'ms, postgres', ((p1.sum - p0.sum) / n).toFixed(3), 'ms each')
  for (const k of Object.keys(p1.by)) { const d = ((p1.by[k] ?? 0) - (p0.by[k] ?? 0)) / n; if (d > 0.02) console.log('   ', k, d.toFixed(3)) }
  for (const k of Object.keys(t1)) { const d = ((t1[k] ?? 0) - (t0[k] ?? 0)) / n; if (d > 0.02) console.log('   thread', k, d.toFixed(3)) }
  if (from === 'ours' && hasPss) { const { rows } = await admin.query("select calls, round((total_exec_time+total_plan_time)::numeric,0) as ms, round(((total_exec_time+total_plan_time)/$1)::numeric,4) as per, left(regexp_replace(query,'\\s+',' ','g'),150) as q from pg_stat_statements order by total_exec_time desc limit 32", [n]); for (const x of rows) console.log('  ', x.per, x.calls, x.q) }
}
await admin.end(); await bench.close(); await postgres.stop(); await removeDataDirectory(dataDir)
