import { type Answer, Await, Badge, Empty, LinkButton, Note, Table, Time, useSearchParam } from '../../web-kit/index.ts'
import type { organisationContract } from '../contract.ts'
import { AdministrationFrame } from './AdministrationFrame.tsx'
import { organisation } from './api.ts'
import { say, sayRich } from './say.ts'

type Entry = Answer<typeof organisationContract, 'GET /api/administration/mail'>['mail'][number]

/** What was sent: recipient, subject, time and state, never the letters. */
export function MailAdministrationPage() {
  return (
    <AdministrationFrame>
      <Mail />
    </AdministrationFrame>
  )
}

function Mail() {
  const [before] = useSearchParam('before')
  const mail = organisation.useAnswer('GET /api/administration/mail', before ? { before } : {})
  return (
    <>
      <p className="quiet-text">{say('administration.mail-lead')}</p>
      <Await of={mail}>
        {(found) => (
          <>
            {found.folder && (
              <Note tone="pollen">
                {sayRich('administration.mail-folder', { folder: <code key="folder">{found.folder}</code> })}
              </Note>
            )}
            {found.mail.length === 0 ? (
              <Empty icon="mail" title={say('administration.mail-none')} />
            ) : (
              <MailTable mail={found.mail} isKept={found.folder !== null} />
            )}
            <div className="row">
              {before && <LinkButton to="/administration/mail">{say('administration.newest')}</LinkButton>}
              {found.next && (
                <LinkButton to={`/administration/mail?before=${found.next}`}>{say('administration.older')}</LinkButton>
              )}
            </div>
          </>
        )}
      </Await>
    </>
  )
}

/** `isKept`: letters lie in a folder and go nowhere. */
function MailTable({ mail, isKept }: { mail: readonly Entry[]; isKept: boolean }) {
  return (
    <Table
      caption={say('administration.mail')}
      captionHidden
      rows={mail}
      keyOf={(entry) => entry.id}
      columns={[
        { key: 'to', head: say('administration.mail.to'), names: true, cell: (entry) => entry.recipient },
        { key: 'subject', head: say('administration.mail.subject'), cell: (entry) => entry.subject },
        { key: 'at', head: say('administration.mail.at'), cell: (entry) => <Time at={entry.at} as="absolute" /> },
        {
          key: 'state',
          head: say('administration.mail.state'),
          cell: ({ state }) => <MailState state={state} isKept={isKept} />,
        },
      ]}
    />
  )
}

function MailState({ state, isKept }: { state: Entry['state']; isKept: boolean }) {
  if (state === 'sent' && isKept) return <Badge>{say('administration.mail.kept')}</Badge>
  const tone = { waiting: 'plain', sent: 'leaf', failed: 'clay' } as const
  return <Badge tone={tone[state]}>{say(`administration.mail.${state}`)}</Badge>
}
