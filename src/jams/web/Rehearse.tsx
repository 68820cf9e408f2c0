import { LinkButton, Section } from '../../web-kit/index.ts'
import { jamPath } from './jam-places.ts'
import { say } from './say.ts'

/** The way to the rehearsal, wherever hosts prepare a jam. */
export function Rehearse({ jamId }: { jamId: string }) {
  return (
    <Section title={say('jams.rehearse')}>
      <p>{say('jams.rehearse.text')}</p>
      <div className="row">
        <LinkButton icon="people" to={jamPath(jamId, 'rehearsal')}>
          {say('jams.rehearse.go')}
        </LinkButton>
      </div>
    </Section>
  )
}
