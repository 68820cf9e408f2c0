import { Button, Card, Checkboxes, Problem, Refused, Section, tell } from '../../web-kit/index.ts'
import type { FamiliesView, ThemeLinkView } from '../contract.ts'
import { Evidence, ThemeInFamily } from './FamilyCard.tsx'
import { LinkByHand } from './LinkByHand.tsx'
import { languageName, nameOf, percent } from './names.ts'
import { say } from './say.ts'
import { familiesApi } from './use-families.ts'

type Props = {
  readonly view: FamiliesView
  readonly pathOf: (themeId: string) => string
  readonly onChanged: (view: FamiliesView) => void
}

/** What hosts are asked: which languages they read, and whether two themes are about one thing. */
export function KinQuestions({ view, pathOf, onChanged }: Props) {
  const open = view.links.filter(({ said }) => said === null)
  const said = view.links.filter((link) => link.said !== null)
  return (
    <Section title={say('themes.kin')} actions={<LinkByHand venueId={view.venueId} onChanged={onChanged} />}>
      <p className="theme-lead">{say('themes.kin.text')}</p>
      <LanguagesIRead view={view} onChanged={onChanged} />
      {open.length === 0 && <p>{say('themes.kin.none')}</p>}
      <ol className="plain-list stack">
        {open.map((link) => (
          <Question key={`${link.a.id} ${link.b.id}`} link={link} pathOf={pathOf} onChanged={onChanged} />
        ))}
      </ol>
      {said.length > 0 && (
        <>
          <h3>{say('themes.kin.said')}</h3>
          <p className="quiet-text">{say('themes.kin.undo')}</p>
          <ul className="family-reasons">
            {said.map(({ a, b, said: word }) => (
              <li key={`${a.id} ${b.id}`}>
                {say(word === 'one' ? 'themes.change.linked' : 'themes.change.parted', {
                  name: nameOf(a),
                  parts: nameOf(b),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function LanguagesIRead({ view, onChanged }: Omit<Props, 'pathOf'>) {
  const send = familiesApi.useSend('PUT /api/venues/:venueId/languages-i-read')
  const tags = [...new Set([...view.languages.map(({ language }) => language), ...view.reads])].slice(0, 20)
  return (
    <>
      <Checkboxes
        legend={say('themes.reads')}
        hint={say('themes.reads.hint')}
        values={[...view.reads]}
        options={tags.map((value) => ({ value, label: languageName(value) }))}
        onChange={(languages) => send.mutate({ venueId: view.venueId, languages }, { onSuccess: onChanged })}
      />
      {send.error && <Problem error={send.error} />}
    </>
  )
}

function Question({ link, pathOf, onChanged }: { link: ThemeLinkView } & Omit<Props, 'view'>) {
  const send = familiesApi.useSend('PUT /api/themes/:themeId/kin/:otherId')
  const answer = (isOne: boolean) =>
    send.mutate(
      { themeId: link.a.id, otherId: link.b.id, isOne },
      {
        onSuccess: (view) => {
          onChanged(view)
          tell(say(isOne ? 'themes.done.linked' : 'themes.done.parted'))
        },
      },
    )
  return (
    <Card as="li" look="sunken">
      <div className="family-columns">
        {[link.a, link.b].map((theme) => (
          <div key={theme.id}>
            <h3>{languageName(theme.language)}</h3>
            <ThemeInFamily theme={theme} pathOf={pathOf} />
          </div>
        ))}
      </div>
      <p>{say(link.joined ? 'themes.kin.joined' : 'themes.kin.apart', { share: percent(link.confidence) })}</p>
      <Evidence link={link} />
      {link.judge.ok ? (
        <div className="row">
          <Button small kind="primary" busy={send.isPending} onPress={() => answer(true)}>
            {say('themes.kin.one')}
          </Button>
          <Button small busy={send.isPending} onPress={() => answer(false)}>
            {say('themes.kin.two')}
          </Button>
        </div>
      ) : (
        <Refused because={link.judge} />
      )}
      {send.error && <Problem error={send.error} />}
    </Card>
  )
}
