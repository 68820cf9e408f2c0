import { opinion } from '../../analysis/index.ts'
import type { AnalysisCommand } from './analysis-command.ts'
import { wholeNumber } from './read-arguments.ts'
import { readVotes } from './read-votes.ts'
import { csvField } from './split-words.ts'

/** So many statements are named in each list of the summary. */
const NAMED = 5

/** `dandelion analyse groups`: who votes alike. */
export const groups: AnalysisCommand = {
  name: 'groups',
  usage: 'VOTES.csv --out OUT.csv [--seed N]',
  summary: 'groups people by how they vote, and names what all groups agree on',
  details: `In: CSV with the columns participant, statement and vote (1 agrees, -1 disagrees, 0 passes) and, if there is one, timestamp;
of several votes of one person on one statement the last counts. Or the wide form of participants-votes.csv: the column
participant, and a column for each statement, empty where she did not vote; xid, group-id and n-... are passed over.
Out: CSV with participant, group, x, y: everybody who voted on at least 7 statements (or all, where there are fewer);
others are not listed, but where fewer than 15 count those who voted most are taken in.
On standard output: a JSON object with the groups, what tells each from the others, and what all agree on: share is the
raw share with its 95 % interval, groupInformed the product over groups of (agrees + 1) / (seen + 2).
--seed (1 when absent): the same seed and votes give the same answer.`,
  flags: { seed: 'value' },
  async run(call) {
    const seed = wholeNumber(call.given, 'seed', 1)
    const ballots = await readVotes(call)
    call.progress.at('Grouping people', { isLong: ballots.values.length > LONG })
    const found = opinion.findOpinionGroups(ballots, { seed })
    await call.output.write('participant,group,x,y\n')
    for (const { id, group, x, y } of found.participants) {
      await call.output.write(`${csvField(id)},${group},${x},${y}\n`)
    }
    call.out.write(`${JSON.stringify(summaryOf(ballots, found), null, 2)}\n`)
  },
}

/** From so many votes on the computation takes long enough to be announced. */
const LONG = 500_000

function summaryOf(ballots: opinion.Ballots, found: opinion.OpinionGroups): object {
  const common = found.statements.toSorted((a, b) => b.groupInformed - a.groupInformed).slice(0, NAMED)
  return {
    participants: ballots.participants.length,
    counted: found.participants.length,
    statements: ballots.statements.length,
    votes: ballots.values.length,
    silhouette: found.silhouette,
    groups: found.groups.map((group) => ({ ...group, represents: representatives(found, group.id) })),
    common: common.map(({ id, seen, share, margin, groupInformed }) => ({ id, seen, share, margin, groupInformed })),
  }
}

function representatives({ statements }: opinion.OpinionGroups, id: number): object[] {
  return statements
    .flatMap(({ id: statement, groups }) => {
      const own = groups.find(({ group }) => group === id)?.represents
      return own ? [{ statement, ...own }] : []
    })
    .sort((a, b) => b.z * b.ratio - a.z * a.ratio)
    .slice(0, NAMED)
}
