import { useMemo, useState } from 'react'
import { Button, Dialog, DialogActions, Form, Select } from '../../../web-kit/index.ts'
import type { ContributionView } from '../../contract.ts'
import { api } from '../api.ts'
import { languagesToChoose } from '../languages-to-choose.ts'
import { say } from '../say.ts'

/** Corrects the language that was detected, so that it is read aloud and found rightly. */
export function LanguageDialog({
  item,
  onChanged,
  onClose,
}: {
  item: ContributionView
  onChanged: (item: ContributionView) => void
  onClose: () => void
}) {
  const [language, setLanguage] = useState(item.language)
  const send = api.useSend('PUT /api/contributions/:contributionId/language')
  const options = useMemo(() => languagesToChoose(item.language), [item.language])
  const save = () =>
    send.mutate(
      { contributionId: item.id, language },
      {
        onSuccess: (answer) => {
          onChanged(answer)
          onClose()
        },
      },
    )
  return (
    <Dialog title={say('conversation.language.title')} onClose={onClose}>
      <Form onSend={save} busy={send.isPending} error={send.error}>
        <Select
          label={say('conversation.language.label')}
          hint={say('conversation.language.hint')}
          value={language}
          options={options}
          onChange={setLanguage}
        />
        <DialogActions>
          <Button kind="primary" type="submit" busy={send.isPending}>
            {say('conversation.language.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
