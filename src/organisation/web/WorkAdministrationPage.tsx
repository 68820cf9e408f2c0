import { type Answer, Await, Count, Empty, Table, Time } from '../../web-kit/index.ts'
import type { organisationContract } from '../contract.ts'
import { AdministrationFrame } from './AdministrationFrame.tsx'
import { organisation } from './api.ts'
import { say } from './say.ts'

type Failed = Answer<typeof organisationContract, 'GET /api/administration/jobs'>['failed']

/** Background work that failed, with its last error. */
export function WorkAdministrationPage() {
  return (
    <AdministrationFrame>
      <Work />
    </AdministrationFrame>
  )
}

function Work() {
  const jobs = organisation.useAnswer('GET /api/administration/jobs')
  return (
    <>
      <p className="quiet-text">{say('administration.work-lead')}</p>
      <Await of={jobs}>
        {({ failed }) =>
          failed.length === 0 ? (
            <Empty icon="check" title={say('administration.work-none')} />
          ) : (
            <WorkTable failed={failed} />
          )
        }
      </Await>
    </>
  )
}

function WorkTable({ failed }: { failed: Failed }) {
  return (
    <Table
      caption={say('administration.work')}
      captionHidden
      rows={failed}
      keyOf={(job) => job.id}
      columns={[
        { key: 'task', head: say('administration.work.task'), names: true, cell: (job) => job.task },
        {
          key: 'attempts',
          head: say('administration.work.attempts'),
          number: true,
          cell: (job) => <Count value={job.attempts} />,
        },
        { key: 'at', head: say('administration.work.at'), cell: (job) => <Time at={job.at} as="both" /> },
        { key: 'error', head: say('administration.work.error'), cell: (job) => <code>{job.error}</code> },
      ]}
    />
  )
}
