import { screens } from './rules/screens.de.ts'

export const messages = {
  'ideas.sign-in': 'Melden Sie sich an, um Ideen zu bilden.',
  'ideas.not-open-yet': 'Ideen werden gebildet, sobald der Jam offen ist.',
  'ideas.fixed': 'Ab Beginn der Bewertung stehen die Ideen fest, damit alle dasselbe beurteilen.',
  'ideas.only-own':
    'Sie können Ideen aus dem bilden, was Sie selbst geschrieben haben. Gastgebende bilden sie aus allem.',
  'ideas.not-yours': 'Nur Gastgebende und wer diese Idee gebildet hat, können sie ändern.',
  'ideas.not-its-author': 'Diese Idee stammt aus nichts, was Sie geschrieben haben.',
  'ideas.answer-too-late':
    'Autorinnen und Autoren antworten bis zum Beginn der Bewertung. Ihren Beitrag können Sie weiterhin zurückziehen: Dann ist er keine Quelle mehr.',
  'ideas.too-short': 'Eine Idee ist ein klarer Satz von mindestens {least} Zeichen.',
  'ideas.too-long': 'Eine Idee ist ein klarer Satz von höchstens {most} Zeichen. Dieser hat {length}.',
  'ideas.one-sentence': 'Eine Idee ist ein Satz. Bilden Sie aus zwei Sätzen zwei Ideen.',
  'ideas.source-gone': 'Einer der Beiträge ist nicht (mehr) da. Wählen Sie Beiträge dieses Jams.',
  'ideas.too-many': 'Ein Jam hat höchstens {most} Ideen.',
  'ideas.changed-meanwhile': 'Jemand hat diese Idee inzwischen geändert. Sehen Sie sie an, wie sie jetzt ist.',
  'ideas.same-idea': 'Eine Idee lässt sich nicht mit sich selbst zusammenlegen.',
  'ideas.of-two-jams': 'Ideen zweier Jams lassen sich nicht zusammenlegen.',
  'ideas.gone-meanwhile': 'Eine der beiden Ideen wurde inzwischen zusammengelegt oder zurückgenommen.',
  'ideas.too-many-merged':
    'In eine Idee lassen sich höchstens {most} andere legen. Legen Sie die übrigen mit einer anderen zusammen.',
  'ideas.too-many-sources':
    'Eine Idee kommt aus höchstens {most} Beiträgen, mit denen der Ideen, die in sie gelegt wurden. Behalten Sie weniger davon, oder machen Sie eine zweite Idee.',
  'ideas.has-merged':
    'Mit dieser Idee wurden andere zusammengelegt. Machen Sie das erst rückgängig, oder legen Sie umgekehrt zusammen.',
  'ideas.not-merged': 'Diese Idee ist mit keiner zusammengelegt.',
  'rating.before': 'Die Bewertung hat noch nicht begonnen.',
  'rating.making': 'Der Stimmzettel wird gerade vorbereitet. Kommen Sie gleich wieder.',
  'rating.counting': 'Die Bewertung ist zu Ende und wird ausgezählt.',
  'rating.counted': 'Die Bewertung ist zu Ende. Die Ergebnisse sind da.',
  'rating.not-dealt':
    'Diese Idee steht nicht auf Ihrem Stimmzettel. Sie bewerten, was Sie zugeteilt bekommen, damit jede Idee ihren Anteil erhält.',
  ...screens,
} as const
