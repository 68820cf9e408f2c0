import { CopyField, DialogButton, LinkButton, Note, type PageProps, Refused, Section } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { AudienceStep } from './AudienceStep.tsx'
import { Checklist } from './Checklist.tsx'
import { ExtendDialog, MoveDialog } from './CourseDialogs.tsx'
import { ForumsEditor } from './ForumsEditor.tsx'
import { JamFrame } from './JamFrame.tsx'
import { jamPath } from './jam-places.ts'
import { PromiseStep } from './PromiseStep.tsx'
import { QuestionStep } from './QuestionStep.tsx'
import { Rehearse } from './Rehearse.tsx'
import { say } from './say.ts'

/** The desk of the hosts: course, forums, people, words, export. */
export function HostDeskPage({ params }: PageProps<'jamId'>) {
  return (
    <JamFrame jamId={params.jamId}>
      {(view) => (view.may.export.ok ? <HostDesk view={view} /> : <Refused because={view.may.export} />)}
    </JamFrame>
  )
}

export function HostDesk({ view }: { view: JamView }) {
  if (view.jam.phase === 'prepare') {
    return (
      <div className="stack stack-wide">
        <Checklist view={view}>
          <LinkButton kind="primary" icon="edit" to={jamPath(view.jam.id, 'set-up')}>
            {say('jams.prepare.go-on')}
          </LinkButton>
        </Checklist>
        <Rehearse jamId={view.jam.id} />
        <Invite view={view} />
        <Template jamId={view.jam.id} />
        <Export view={view} />
      </div>
    )
  }
  return (
    <div className="stack stack-wide">
      <Section title={say('jams.host.course')}>
        <p>{say('jams.host.course.text')}</p>
        <div className="row">
          <DialogButton
            label={say('jams.extend')}
            icon="clock"
            may={view.may.extend}
            dialog={(close) => <ExtendDialog view={view} onClose={close} />}
          />
          <DialogButton
            label={say('jams.move')}
            icon="next"
            may={view.may.move}
            dialog={(close) => <MoveDialog view={view} onClose={close} />}
          />
        </div>
      </Section>
      <Invite view={view} />
      <Section title={say('jams.host.reach')}>
        <p>{say('jams.meetings.host')}</p>
        <div className="row">
          <LinkButton icon="eye" to={jamPath(view.jam.id, 'reach')}>
            {say('jams.host.reach')}
          </LinkButton>
          <LinkButton icon="people" to={jamPath(view.jam.id, 'meetings')}>
            {say('jams.meetings.title')}
          </LinkButton>
        </div>
      </Section>
      {view.jam.phase !== 'archive' && (
        <Section title={say('jams.step.forums')}>
          <ForumsEditor view={view} />
        </Section>
      )}
      <Section title={say('jams.host.people')}>
        <AudienceStep view={view} />
      </Section>
      {view.jam.phase !== 'archive' && (
        <Section title={say('jams.host.words')}>
          <QuestionStep view={view} />
          <PromiseStep view={view} />
        </Section>
      )}
      <Template jamId={view.jam.id} />
      <Export view={view} />
    </div>
  )
}

function Template({ jamId }: { jamId: string }) {
  return (
    <Section title={say('jams.template')}>
      <p>{say('jams.template.text')}</p>
      <div className="row">
        <LinkButton icon="plus" to={`/jams/from-template?jam=${jamId}`}>
          {say('jams.template.copy')}
        </LinkButton>
        <LinkButton icon="download" to={`/api/jams/${jamId}/template`} download>
          {say('jams.template.download')}
        </LinkButton>
      </div>
    </Section>
  )
}

/** Invitations are made at the hub; the lobby's link is handed out here. */
function Invite({ view }: { view: JamView }) {
  return (
    <Section title={say('jams.host.invite')}>
      <p>{say('jams.host.invite.text')}</p>
      {view.may.invite.ok ? (
        <div className="row">
          {view.audience.hubs.slice(0, 12).map((hub) => (
            <LinkButton key={hub.id} icon="people" to={`/hubs/${hub.id}`}>
              {say('jams.host.invite.hub', { hub: hub.name })}
            </LinkButton>
          ))}
        </div>
      ) : (
        <Refused because={view.may.invite} />
      )}
      {view.lobbyLink && <CopyField label={say('jams.lobby.address')} value={view.lobbyLink} />}
      {view.lobby === 'public' && (
        <CopyField
          label={say('jams.lobby.address')}
          value={new URL(`/lobby/${view.jam.id}`, globalThis.location?.href ?? 'http://localhost').href}
        />
      )}
    </Section>
  )
}

const types = [
  'contribution',
  'vote',
  'person',
  'forum',
  'hub',
  'version',
  'jam',
  'near-duplicate',
  'fold-act',
  'matter',
  'promise',
  'poll',
  'meeting',
] as const

function Export({ view }: { view: JamView }) {
  const path = `/api/jams/${view.jam.id}/export`
  return (
    <Section title={say('jams.export')}>
      <p>{say('jams.export.text')}</p>
      <div className="row">
        <LinkButton icon="download" to={`${path}?format=jsonl`} download>
          {say('jams.export.jsonl')}
        </LinkButton>
      </div>
      <p className="quiet-text">{say('jams.export.csv')}</p>
      <div className="row">
        {types.map((type) => (
          <LinkButton key={type} small icon="download" to={`${path}?format=csv&type=${type}`} download>
            {say(`jams.export.type.${type}`)}
          </LinkButton>
        ))}
      </div>
      <Note>{say('jams.export.privacy')}</Note>
    </Section>
  )
}
