import { screens } from './rules/screens.de.ts'

export const messages = {
  // Absagen und was der Server sagt
  'jam.only-hub-hosts-start': 'Nur Gastgebende dieses Hubs oder eines darüber können hier einen Jam beginnen.',
  'jam.only-hub-hosts-invite': 'Nur Gastgebende des Hubs können Menschen dorthin einladen.',
  'jam.only-hosts': 'Das können nur die Gastgebenden dieses Jams.',
  'jam.already-open': 'Dieser Jam ist bereits eröffnet.',
  'jam.not-open': 'Dieser Jam ist noch nicht eröffnet.',
  'jam.not-ready': 'Der Jam kann noch nicht eröffnet werden: Es fehlt noch etwas.',
  'jam.archived': 'Dieser Jam liegt im Archiv und bleibt, wie er ist.',
  'jam.opened-stays':
    'Ein Jam, der eröffnet wurde, bleibt auf Dauer unter seiner Adresse. Sie können ihn vorzeitig schließen.',
  'jam.no-end-to-extend': 'Diese Phase hat kein Ende, das sich verschieben ließe.',
  'jam.extend-later': 'Das neue Ende muss nach dem jetzigen liegen und noch bevorstehen.',
  'jam.only-forward': 'Ein Jam geht nur vorwärts. Er ist schon in dieser Phase oder darüber hinaus.',
  'jam.promise-stays': 'Ein offener Jam behält seine Zusage. Sie können den Wortlaut ändern, sie aber nicht entfernen.',
  'jam.audience-stays':
    'Wer mitmacht, lässt sich nach der Eröffnung nicht mehr ändern: Die Menschen haben für die geschrieben, die da waren.',
  'jam.dates-stay':
    'Nach der Eröffnung ändern sich die Termine nur, indem Sie den Jam mit Begründung verlängern oder früher weitergehen.',
  'jam.dates.ascend': 'Die Termine müssen aufeinander folgen: Eröffnung, Bewertung, Schluss, Archiv.',
  'jam.promise.past': 'Der Tag der Zusage ist vorbei. Wählen Sie einen, der noch bevorsteht.',
  'jam.dates.past': 'Ein Termin liegt in der Vergangenheit. Wählen Sie einen, der noch bevorsteht.',
  'jam.dates.too-far': 'Ein Termin liegt mehr als zehn Jahre voraus.',
  'jam.host-leaves':
    'Sie können sich nicht selbst von der Liste der Gastgebenden nehmen. Bitten Sie jemanden von den anderen darum.',
  'jam.unknown-hub': 'Einen der Hubs gibt es nicht (mehr).',
  'jam.unknown-host': 'Jemand von den Gastgebenden ist kein Mitglied der Organisation. Gäste können nicht gastgeben.',
  'jam.forum-in-use': 'In diesem Forum wurde schon geschrieben. Die Frage, auf die geantwortet wurde, bleibt stehen.',
  'jam.last-forum': 'Ein offener Jam braucht mindestens ein Forum.',
  'jam.no-new-forums': 'Foren lassen sich nur bis zum Ende der Diskussion hinzufügen und entfernen.',
  'jam.forums-full': 'Ein Jam hat höchstens {most} Foren.',
  'jam.order-names-all': 'Die Reihenfolge muss jedes Forum dieses Jams genau einmal nennen.',
  'jam.missing.promise': 'Die Zusage: wer bis wann entscheidet und was mit dem Ergebnis geschieht.',
  'jam.missing.forum': 'Mindestens ein Forum mit einer Frage.',
  'jam.missing.end': 'Wann der Jam schließt.',
  'jam.missing.dates': 'Termine, die noch bevorstehen und aufeinander folgen.',
  'jam.missing.host': 'Mindestens eine Person, die gastgibt.',
  'jam.missing.opening-missed':
    'Als der Jam eröffnet werden sollte, fehlte noch etwas. Wählen Sie einen neuen Zeitpunkt oder eröffnen Sie ihn von Hand.',
  ...screens,
} as const
