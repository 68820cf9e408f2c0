import './lobby.css'
import { say } from './say.ts'

/** There is no lobby here, or none for this reader: both look the same. */
export function LobbyAbsentPage() {
  return (
    <div className="lobby">
      <header className="lobby-head">
        <h1>{say('jams.absent.title')}</h1>
        <p>{say('jams.absent.text')}</p>
        <p>
          <a href="/sign-in">{say('jams.lobby.sign-in')}</a>
        </p>
      </header>
    </div>
  )
}
