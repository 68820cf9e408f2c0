import { useMemo, useState } from 'react'
import { Button, Dialog, DialogActions, Form, Select, viewer } from '../../../web-kit/index.ts'
import type { ContributionView } from '../../contract.ts'
import { api } from '../api.ts'
import { languageName } from '../Byline.tsx'
import { say } from '../say.ts'

// The languages offered; one that was detected and is not among them is added.
const offered =
  'ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sq sr sv th tr uk vi zh'.split(
    ' ',
  )

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
  const options = useMemo(() => optionsWith(item.language), [item.language])
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

function optionsWith(detected: string) {
  const { locale } = viewer()
  const tags = offered.includes(detected) ? offered : [detected, ...offered]
  return tags
    .map((tag) => ({
      value: tag,
      label: tag === 'und' ? say('conversation.language.unknown') : languageName(tag, locale),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}
