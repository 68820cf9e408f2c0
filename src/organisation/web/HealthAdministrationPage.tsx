import { useQuery } from '@tanstack/react-query'
import { Badge, Card, CopyField } from '../../web-kit/index.ts'
import { AdministrationFrame } from './AdministrationFrame.tsx'
import { say } from './say.ts'

/** The addresses that a monitoring asks, and what one of them says now. */
export function HealthAdministrationPage() {
  return (
    <AdministrationFrame>
      <p className="quiet-text">{say('administration.health-lead')}</p>
      <Card>
        <Address path="/health/live" text={say('administration.health.live')} />
        <Address path="/health/ready" text={say('administration.health.ready')} />
        <Readiness />
        <Address path="/metrics" text={say('administration.health.metrics')} />
      </Card>
    </AdministrationFrame>
  )
}

function Address({ path, text }: { path: string; text: string }) {
  return <CopyField label={text} value={location.origin + path} />
}

function Readiness() {
  const ready = useQuery({
    queryKey: ['/health/ready'],
    // Its answer is for machines: the status alone counts.
    queryFn: async ({ signal }) => {
      const answer = await fetch('/health/ready', { signal })
      await answer.text()
      return answer.ok
    },
    refetchInterval: 10_000,
  })
  const isReady = ready.data === true && !ready.isError
  return (
    <p role="status">
      {ready.isPending ? (
        say('administration.health.asking')
      ) : (
        <Badge tone={isReady ? 'leaf' : 'clay'}>
          {say(isReady ? 'administration.health.now' : 'administration.health.not-now')}
        </Badge>
      )}
    </p>
  )
}
