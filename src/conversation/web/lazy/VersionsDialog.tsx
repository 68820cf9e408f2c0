import { Await, Dialog, Prose, Time } from '../../../web-kit/index.ts'
import type { ContributionView } from '../../contract.ts'
import { api } from '../api.ts'
import { say } from '../say.ts'

type Version = { version: number; title: string | null; html: string; at: string }

/** What was written before, oldest first, and what stands there now. */
export function VersionsDialog({ item, onClose }: { item: ContributionView; onClose: () => void }) {
  const versions = api.useAnswer('GET /api/contributions/:contributionId/versions', { contributionId: item.id })
  const present = { version: item.version, title: item.title, html: item.html, at: item.editedAt ?? item.postedAt }
  return (
    <Dialog title={say('conversation.versions.title')} width="wide" onClose={onClose}>
      <Await of={versions}>
        {(answer) => (
          <ol className="plain-list stack">
            {[...answer.versions, present].map((version) => (
              <OneVersion
                key={version.version}
                version={version}
                isPresent={version === present}
                language={item.language}
              />
            ))}
          </ol>
        )}
      </Await>
    </Dialog>
  )
}

function OneVersion({ version, isPresent, language }: { version: Version; isPresent: boolean; language: string }) {
  return (
    <li className="version">
      <p className="quiet-text">
        {say(isPresent ? 'conversation.versions.present' : 'conversation.versions.earlier', {
          version: version.version,
        })}{' '}
        · <Time at={version.at} as="absolute" />
      </p>
      {version.title && <b className="reading">{version.title}</b>}
      <Prose html={version.html} lang={language} />
    </li>
  )
}
