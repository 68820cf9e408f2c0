import { useState } from 'react'
import { Await, Button } from '../../web-kit/index.ts'
import type { BallotView, Rating } from '../contract.ts'
import { api } from './api.ts'
import { RateOne } from './RateOne.tsx'
import { say } from './say.ts'

type Props = { readonly view: BallotView; readonly onChanged: (view: BallotView) => void }

/** What I rated so far: until the end I may say otherwise. Opened by hand, since others may look over my shoulder. */
export function Rated({ view, onChanged }: Props) {
  const [open, setOpen] = useState(false)
  if (view.answered === 0) return null
  return (
    <section className="stack">
      <div className="row">
        <Button pressed={open} onPress={() => setOpen(!open)}>
          {say('rate.rated', { count: view.answered })}
        </Button>
      </div>
      {open && <List jamId={view.jamId} onChanged={onChanged} />}
    </section>
  )
}

function List({ jamId, onChanged }: { jamId: string; onChanged: Props['onChanged'] }) {
  const answer = api.useAnswer('GET /api/jams/:jamId/ballot/rated', { jamId })
  const [changing, setChanging] = useState<string | null>(null)
  return (
    <Await of={answer}>
      {({ rated }) => (
        <ul className="plain-list stack">
          {rated.map(({ idea, rating }) => (
            <li key={idea.id} className="card">
              {changing === idea.id ? (
                <RateOne
                  jamId={jamId}
                  idea={idea}
                  next={false}
                  before={rating}
                  onChanged={(view) => {
                    setChanging(null)
                    onChanged(view)
                  }}
                />
              ) : (
                <>
                  <p className="reading" lang={idea.language}>
                    {idea.sentence}
                  </p>
                  <p className="row quiet-text">
                    {said(rating)}
                    <Button
                      small
                      kind="quiet"
                      aria-label={say('rate.change.one', { idea: idea.sentence })}
                      onPress={() => setChanging(idea.id)}
                    >
                      {say('rate.change')}
                    </Button>
                  </p>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Await>
  )
}

function said(rating: Rating | null): string {
  if (!rating) return say('rate.was-skipped')
  const { impact, feasibility, helps } = rating
  return say(helps ? 'rate.was.helps' : 'rate.was', { impact, feasibility })
}
