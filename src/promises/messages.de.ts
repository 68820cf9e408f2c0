import { screens } from './rules/screens.de.ts'

export const messages = {
  'decision.only-hosts-name': 'Nur die Gastgebenden dieses Jams und Inhabende sagen, wer entscheidet.',
  'decision.only-preparers': 'Nur Gastgebende, Inhabende und die Entscheidenden bereiten Entscheidungen vor.',
  'decision.only-deciders-sign': 'Nur wer zum Entscheiden benannt ist, kann unterschreiben.',
  'decision.after-the-end': 'Entscheidungen werden geschrieben, wenn der Jam zu Ende ist und sein Bericht vorliegt.',
  'decision.changed-meanwhile': 'Das wurde inzwischen geändert. Lesen Sie zuerst die neue Fassung.',
  'decision.change-needs-reason': 'Diese Entscheidung ist schon unterschrieben. Sagen Sie, warum sie sich ändert.',
  'decision.needs-owner': 'Nennen Sie die Person, die diese Zusage einhält.',
  'decision.needs-due': 'Sagen Sie, bis zu welchem Tag.',
  'decision.due-ahead': 'Der Tag muss noch vor uns liegen.',
  'decision.needed-too-many': 'Es sind mehr Unterschriften verlangt, als Personen benannt sind.',
  'decision.decider-cannot-read':
    'Eine dieser Personen kann diesen Jam nicht lesen. Nennen Sie Mitglieder seiner Hubs.',
  'decision.owner-cannot-read': 'Diese Person kann diesen Jam nicht lesen. Nennen Sie ein Mitglied seiner Hubs.',
  'promise.only-owner': 'Nur wer diese Zusage einhält und die Entscheidenden berichten darüber.',
  'promise.settled': 'Was aus dieser Zusage wurde, steht fest.',
  'promise.kept-by-answering': 'Diese Zusage wird eingehalten, indem alles beantwortet wird, was wartet.',
  'promises.card': 'Alles beantworten, was „{jam}“ nach vorn gebracht hat',
  'promises.deciders': 'die Entscheidenden',
  'promises.mail.reminded.subject': 'Fällig am {day}: {name}',
  'promises.mail.reminded.text':
    'Nach „{jam}“ wurde zugesagt: {name}. Fällig ist es am {day}. Berichten Sie, wie es steht, damit alle es wissen, die geschrieben haben.',
  'promises.mail.late.subject': 'Überfällig: {name}',
  'promises.mail.late.text':
    'Nach „{jam}“ wurde zugesagt: {name}. Fällig war es am {day}, und alle sehen es jetzt als überfällig. Sagen Sie, was daraus wurde oder wie es steht.',
  'promises.mail.sponsor-told.subject': 'Seit einer Woche überfällig: {name}',
  'promises.mail.sponsor-told.text':
    'Sie haben über „{jam}“ entschieden. Die Zusage „{name}“ (zuständig: {owner}) war am {day} fällig und ist seit einer Woche überfällig. Sprechen Sie miteinander, oder entscheiden Sie neu.',
  'promises.mail.why': 'Sie erhalten diesen Brief, weil Sie nach „{jam}“ eine Zusage gegeben haben oder einhalten.',
  ...screens,
} as const
