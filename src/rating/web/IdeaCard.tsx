import { lazy, Suspense, use } from 'react'
import { Badge, Button, Link, Problem, tell } from '../../web-kit/index.ts'
import type { IdeaSource, IdeaView } from '../contract.ts'
import { api } from './api.ts'
import { threadPath } from './places.ts'
import { say } from './say.ts'
import { isBeingMade, StageContext } from './stage.ts'

const IdeaTools = lazy(() => import('./lazy/IdeaTools.tsx').then((m) => ({ default: m.IdeaTools })))

type CardProps = {
  readonly jamId: string
  readonly idea: IdeaView
  /** Ideas it could be merged into. */
  readonly others: readonly IdeaView[]
  readonly onChanged: () => void
}

/** One idea: its sentence, where it comes from, what was merged into it, and what the reader may do. */
export function IdeaCard({ jamId, idea, others, onChanged }: CardProps) {
  const { sentence, language, state, sources, mergedInto, may } = idea
  return (
    <article className="card idea" aria-label={sentence || say('ideas.words-gone')}>
      {sentence === '' && <p className="quiet-text">{say('ideas.words-gone')}</p>}
      {sentence !== '' && (
        <p className="idea-sentence reading" lang={language}>
          {sentence}
        </p>
      )}
      <p className="row quiet-text">
        <State state={state} />
        {idea.small && <Badge>{say('ideas.small-voice')}</Badge>}
        {idea.by === null ? say('ideas.kept') : say('ideas.by', { name: idea.by })}
      </p>
      {mergedInto && <p>{say('ideas.merged-into', { idea: mergedInto.sentence })}</p>}
      <Merged ideas={idea.merged} />
      <Sources jamId={jamId} sources={sources} />
      {may.answer.ok && idea.askedOfMe && <Consent idea={idea} onChanged={onChanged} />}
      {may.answer.ok && hasAnswered(idea) && (
        <details>
          <summary>{say('ideas.consent.again')}</summary>
          <Consent idea={idea} onChanged={onChanged} />
        </details>
      )}
      {may.change.ok && (
        <Suspense fallback={null}>
          <IdeaTools idea={idea} others={others} onChanged={onChanged} />
        </Suspense>
      )}
    </article>
  )
}

/** Once ideas are fixed, those whose authors said nothing are rated as the others are. */
function State({ state }: Pick<IdeaView, 'state'>) {
  const stage = use(StageContext)
  if (stage === 'unplanned' && state === 'ready') return null
  if (!isBeingMade(stage) && (state === 'ready' || state === 'asked')) {
    return stage === 'never' ? null : <Badge tone="leaf">{say(`ideas.state.${stage}`)}</Badge>
  }
  const tone = state === 'ready' ? 'leaf' : state === 'asked' ? 'pollen' : 'plain'
  return <Badge tone={tone}>{say(`ideas.state.${state}`)}</Badge>
}

const hasAnswered = ({ askedOfMe, sources }: IdeaView): boolean =>
  !askedOfMe && sources.some(({ mine, consent }) => mine && (consent === 'given' || consent === 'declined'))

function Merged({ ideas }: { ideas: IdeaView['merged'] }) {
  if (ideas.length === 0) return null
  return (
    <div>
      <p className="idea-label">{say('ideas.merged')}</p>
      <ul>
        {ideas.map(({ id, sentence }) => (
          <li key={id} className="reading">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sources({ jamId, sources }: { jamId: string; sources: readonly IdeaSource[] }) {
  if (sources.length === 0) return <p className="quiet-text">{say('ideas.no-source')}</p>
  return (
    <details className="idea-sources">
      <summary>{say('ideas.sources', { count: sources.length })}</summary>
      <ul>
        {sources.map((source) => (
          <li key={`${source.contributionId} ${source.from}`}>
            <Link to={threadPath(jamId, source.threadId)}>{source.title}</Link>
            <span className="quiet-text">
              {' '}
              {source.author?.name ?? say('ideas.nobody')} · {say(`ideas.consent.${source.consent}`)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The question to the author, with what each answer means and what silence does. */
function Consent({ idea, onChanged }: { idea: IdeaView; onChanged: () => void }) {
  const send = api.useSend('PUT /api/ideas/:ideaId/consent')
  const answer = (consents: boolean) =>
    send.mutate(
      { ideaId: idea.id, consents },
      {
        onSuccess: () => {
          tell(say(consents ? 'ideas.consented' : 'ideas.declined'))
          onChanged()
        },
      },
    )
  return (
    <div className="idea-consent">
      <p>{say(idea.by === null ? 'ideas.kept.question' : 'ideas.consent.question')}</p>
      <p className="quiet-text">{say(idea.by === null ? 'ideas.kept.silence' : 'ideas.consent.silence')}</p>
      <div className="row">
        <Button kind="primary" icon="check" busy={send.isPending} onPress={() => answer(true)}>
          {say('ideas.consent.yes')}
        </Button>
        <Button busy={send.isPending} onPress={() => answer(false)}>
          {say('ideas.consent.no')}
        </Button>
      </div>
      {send.error && <Problem small error={send.error} />}
    </div>
  )
}
