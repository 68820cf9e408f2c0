import type { messages as english } from './messages.en.ts'

export const messages = {
  'reach.only-hosts': 'Nur die Gastgebenden dieses Jams und Inhabende sehen, wie weit er reicht.',
  'reach.not-running': 'Hubs werden angestoßen, solange ein Jam läuft.',
  'reach.not-its-hub': 'Dieser Hub nimmt an diesem Jam nicht teil.',
  'reach.no-hosts': 'Dieser Hub hat keine Gastgebenden. Laden Sie welche ein, oder sagen Sie es den Leuten selbst.',
  'reach.nudged-already': 'Die Gastgebenden dieses Hubs wurden im letzten Tag schon gebeten.',
  'reach.mail.subject': '„{jam}“: Sagen Sie es den Leuten von {hub}',
  'reach.mail.text':
    'Die Gastgebenden des Jams „{jam}“ bitten Sie, die Sie {hub} betreuen: Sagen Sie Ihren Leuten davon, und helfen Sie denen, die keine Zeit oder keinen Zugang haben. Die Frage: {question}',
  'reach.mail.why':
    'Sie erhalten diesen Brief, weil Sie {hub} betreuen. Gastgebende von Jams dürfen ihn einmal am Tag schicken; die Leute selbst erhalten nie einen.',
  'reach.title': 'Reichweite',
  'reach.lead':
    'Wie viele von den Eingeladenen wie weit gekommen sind. Über weniger als fünf Leute wird nichts gezeigt, auch nicht, was sich durch Abziehen ergäbe.',
  'reach.counted': 'Gezählt {time}; alle fünf Minuten neu.',
  'reach.waiting.title': 'Noch nicht gezählt',
  'reach.waiting.text': 'Gezählt wird alle fünf Minuten, solange ein Jam läuft.',
  'reach.step.invited': 'Eingeladen',
  'reach.step.opened': 'Geöffnet',
  'reach.step.read': 'Eine Minute gelesen',
  'reach.step.voted': 'Abgestimmt',
  'reach.step.wrote': 'Geschrieben',
  'reach.step.again': 'Zweimal geschrieben',
  'reach.hidden': '–',
  'reach.hidden.means': '–: Eine Gruppe unter fünf wäre zu sehen',
  'reach.means':
    'Eingeladen sind die Mitglieder der Hubs, die teilnehmen, und deren Gäste, wo sie dürfen. Geöffnet: dem Link gefolgt, angemeldet. Eine Minute gelesen: in drei Spannen von 20 Sekunden bei Texten verweilt. Wer keinen Leseverlauf behält, ist in beiden Zahlen nicht, außer nach einer Stimme oder einem Beitrag: dann ist der Jam geöffnet.',
  'reach.apart': {
    one: 'Eigens gezählt: {people} Leute bei {count} Treffen.',
    other: 'Eigens gezählt: {people} Leute bei {count} Treffen.',
  },
  'reach.all': 'Alle',
  'reach.hubs': 'Nach Hubs',
  'reach.hub': 'Hub',
  'reach.no-hub': 'Ohne Hub',
  'reach.languages': 'Nach Sprachen',
  'reach.language': 'Sprache',
  'reach.missing': 'Wer fehlt',
  'reach.missing.none':
    'Aus jedem Hub von fünf und mehr hat jemand geschrieben, oder es sind zu wenige bekannt, um es zu sagen.',
  'reach.unopened': 'Niemand hat den Jam geöffnet',
  'reach.silent': 'Niemand hat geschrieben',
  'reach.nudge': 'Gastgebende bitten',
  'reach.nudge.hub': 'Gastgebende bitten, es den Leuten von {hub} zu sagen',
  'reach.nudged': 'Die Gastgebenden wurden {time} gebeten',
  'reach.nudge.done': 'Die Gastgebenden von {hub} erhalten einen Brief.',
  'reach.nudge.means':
    'Ein Anstoß ist ein Brief an die Gastgebenden eines Hubs, einmal am Tag. Die Leute selbst erhalten nie einen.',
} as const satisfies Record<keyof typeof english, unknown>
