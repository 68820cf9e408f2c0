import { seededRandom } from '../seeded-random.ts'
import { chooseGroupCount, type GroupCount } from './choose-group-count.ts'
import {
  assignToCentres,
  type Clustering,
  clusterPoints,
  middles,
  settleCentres,
  type WeightedPoints,
} from './k-means.ts'
import { silhouette } from './silhouette.ts'

/** Many people are first gathered into so many places. */
const BASE_CLUSTERS = 100
const MOST_GROUPS = 5
/** One group more for each so many places. */
const PLACES_A_GROUP = 12
/** A start is luck: the best of so many is taken. */
const STARTS = 10
/** Groups that follow from the former ones are kept unless others are closer together by this share. */
const KEPT_WITHIN = 1.02

/** `groupBefore`: the group of each point in the former state, -1 for those who had none. */
export type ClusterGroups = {
  readonly seed: number
  readonly groupBefore?: Int32Array
  readonly countBefore?: GroupCount
}

/** The group of each point (ids 0 ... groups - 1, in no order), how clear they are, and what to remember. */
export type GroupsFound = { readonly groupOf: Int32Array; readonly silhouette: number; readonly count: GroupCount }

/** Groups points: k-means to 100 places, weighted k-means on those for 2 ... min(5, 2 + places / 12) groups, and of
 *  these the clearest by silhouette, with the number held against chance. In the end the groups settle on the people
 *  themselves: the places were drawn by chance, and who stands where must not hang on it. Fewer than two places make one
 *  group. */
export function clusterGroups(points: WeightedPoints, options: ClusterGroups): GroupsFound {
  const { groupOf: placeOf, centres } = clusterPoints(points, BASE_CLUSTERS, seededRandom(options.seed))
  const weights = new Float64Array(centres.x.length)
  for (const place of placeOf) weights[place] = (weights[place] ?? 0) + 1
  if (new Set(placeOf).size < 2) {
    return { groupOf: new Int32Array(placeOf.length), silhouette: 0, count: { shown: 1, rival: 1, repeats: 0 } }
  }
  const found = candidates({ points, places: { ...centres, weights } }, options)
  const best = found.reduce((clearest, each) => (each.silhouette > clearest.silhouette ? each : clearest))
  const possible = found.map(({ k }) => k)
  const count = chooseGroupCount(best.k, possible, options.countBefore)
  const shown = found.find(({ k }) => k === count.shown) ?? best
  return { groupOf: shown.groupOf, silhouette: shown.silhouette, count }
}

type Gathered = { readonly points: WeightedPoints; readonly places: WeightedPoints }
/** `groupOf` is of people, the silhouette of places: of all people it would take the square of their number. */
type Candidate = { readonly k: number; readonly groupOf: Int32Array; readonly silhouette: number }

function candidates(gathered: Gathered, options: ClusterGroups): Candidate[] {
  const { places } = gathered
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(places.x.length / PLACES_A_GROUP), places.x.length)
  return Array.from({ length: most - 1 }, (_, at) => {
    const k = at + 2
    const { groupOf, centres } = bestClustering(gathered, k, options)
    return { k, groupOf, silhouette: silhouette(places, assignToCentres(places, centres).groupOf) }
  })
}

function bestClustering({ points, places }: Gathered, k: number, { seed, groupBefore }: ClusterGroups): Clustering {
  const random = seededRandom(seed + k)
  const fresh = Array.from({ length: STARTS }, () => settleCentres(points, clusterPoints(places, k, random).centres))
  const best = fresh.reduce((closest, each) => (each.spread < closest.spread ? each : closest))
  const isFollowed =
    groupBefore !== undefined && groupBefore.reduce((most, group) => Math.max(most, group), -1) === k - 1
  if (!isFollowed) return best
  const none = { x: new Float64Array(k), y: new Float64Array(k) }
  const followed = settleCentres(points, middles(points, groupBefore, none))
  return followed.spread <= best.spread * KEPT_WITHIN ? followed : best
}
