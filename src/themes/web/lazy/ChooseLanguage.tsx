import { useState } from 'react'
import type { conversationContract } from '../../../conversation/contract.ts'
import { languagesToChoose } from '../../../conversation/web/index.ts'
import { apiOf, Button, type CallError, Dialog, DialogActions, Problem, Select, tell } from '../../../web-kit/index.ts'
import { languageName } from '../names.ts'
import { say } from '../say.ts'

const api = apiOf<typeof conversationContract>()

type Props = {
  readonly chosen: ReadonlySet<string>
  /** The language that is told of them now. */
  readonly language: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says in which language the chosen contributions are: the next computation puts them into a theme of it. */
export function ChooseLanguage({ chosen, language: told, onClose, onDone }: Props) {
  const [language, setLanguage] = useState(told)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      for (const contributionId of chosen) {
        await api.call('PUT /api/contributions/:contributionId/language', { contributionId, language })
      }
      tell(`${say('themes.choose.count', { count: chosen.size })}: ${languageName(language)}`)
      onDone()
      onClose()
    } catch (failed) {
      setError(failed as CallError)
      setBusy(false)
    }
  }
  return (
    <Dialog title={say('themes.table.language')} onClose={onClose} width="narrow">
      <div className="stack">
        <p>{say('themes.language.text')}</p>
        <Select
          label={say('themes.table.language')}
          value={language}
          options={languagesToChoose(told)}
          onChange={setLanguage}
        />
        {error && <Problem error={error} />}
        <DialogActions>
          <Button kind="primary" busy={busy} onPress={save}>
            {say('themes.glossary.save')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
