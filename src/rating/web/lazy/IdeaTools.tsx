import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogActions,
  DialogButton,
  Form,
  Problem,
  Select,
  TextArea,
  tell,
} from '../../../web-kit/index.ts'
import { type IdeaView, SENTENCE_MAX } from '../../contract.ts'
import { api } from '../api.ts'
import { say } from '../say.ts'

type Props = { readonly idea: IdeaView; readonly others: readonly IdeaView[]; readonly onChanged: () => void }

/** What hosts, and whoever made an idea, do with it. Everything is undone by one click. */
export function IdeaTools({ idea, others, onChanged }: Props) {
  const withdraw = api.useSend('PUT /api/ideas/:ideaId/withdrawn')
  const unmerge = api.useSend('DELETE /api/ideas/:ideaId/merge')
  const isWithdrawn = idea.state === 'withdrawn'
  const choices = others.filter(({ id }) => id !== idea.id)
  const stands = idea.state !== 'merged' && !isWithdrawn
  return (
    <div className="row">
      {stands && (
        <DialogButton
          small
          kind="quiet"
          label={say('ideas.reword')}
          dialog={(close) => <Reword {...{ idea, onChanged, close }} />}
        />
      )}
      {stands && choices.length > 0 && (
        <DialogButton
          small
          kind="quiet"
          label={say('ideas.merge')}
          dialog={(close) => <Merge {...{ idea, others: choices, onChanged, close }} />}
        />
      )}
      {idea.state === 'merged' && (
        <Button
          small
          busy={unmerge.isPending}
          onPress={() => unmerge.mutate({ ideaId: idea.id }, { onSuccess: onChanged })}
        >
          {say('ideas.unmerge')}
        </Button>
      )}
      {idea.state !== 'merged' && (
        <Button
          small
          kind={isWithdrawn ? 'plain' : 'quiet'}
          busy={withdraw.isPending}
          onPress={() => withdraw.mutate({ ideaId: idea.id, withdrawn: !isWithdrawn }, { onSuccess: onChanged })}
        >
          {say(isWithdrawn ? 'ideas.restore' : 'ideas.withdraw')}
        </Button>
      )}
      {(withdraw.error ?? unmerge.error) && (
        <Problem small error={(withdraw.error ?? unmerge.error) as NonNullable<typeof withdraw.error>} />
      )}
    </div>
  )
}

type DialogOf = { readonly idea: IdeaView; readonly onChanged: () => void; readonly close: () => void }

function Reword({ idea, onChanged, close }: DialogOf) {
  const [sentence, setSentence] = useState(idea.sentence)
  const send = api.useSend('PUT /api/ideas/:ideaId')
  const contributionIds = idea.sources.filter(({ from }) => from === null).map(({ contributionId }) => contributionId)
  const save = () =>
    send.mutate(
      { ideaId: idea.id, version: idea.version, sentence, contributionIds },
      {
        onSuccess: () => {
          onChanged()
          close()
        },
      },
    )
  return (
    <Dialog title={say('ideas.reword')} onClose={close}>
      <Form onSend={save} busy={send.isPending} error={send.error}>
        <p>{say('ideas.reword.text')}</p>
        <TextArea
          oneLine
          label={say('ideas.sentence')}
          value={sentence}
          onChange={setSentence}
          counter={{ from: SENTENCE_MAX - 60, max: SENTENCE_MAX }}
        />
        <DialogActions>
          <Button type="submit" kind="primary" busy={send.isPending}>
            {say('ideas.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Merge({ idea, others, onChanged, close }: DialogOf & { others: readonly IdeaView[] }) {
  const [into, setInto] = useState(others[0]?.id ?? '')
  const send = api.useSend('POST /api/ideas/:ideaId/merge')
  const merge = () =>
    send.mutate(
      { ideaId: idea.id, intoId: into },
      {
        onSuccess: () => {
          tell(say('ideas.merge.done'))
          onChanged()
          close()
        },
      },
    )
  return (
    <Dialog title={say('ideas.merge')} onClose={close}>
      <div className="stack">
        <p>{say('ideas.merge.text')}</p>
        <Select
          label={say('ideas.merge.into')}
          value={into}
          options={others.map(({ id, sentence }) => ({ value: id, label: sentence }))}
          onChange={setInto}
        />
        {send.error && <Problem error={send.error} />}
        <DialogActions>
          <Button kind="primary" busy={send.isPending} onPress={merge}>
            {say('ideas.merge.act')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
