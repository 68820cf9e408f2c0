import { screens } from './rules/screens.en.ts'

export const messages = {
  'decision.only-hosts-name': 'Only the hosts of this jam and owners say who decides.',
  'decision.only-preparers': 'Only hosts, owners and those who decide prepare answers.',
  'decision.only-deciders-sign': 'Only those who were named to decide can sign.',
  'decision.after-the-end': 'Answers are written when the jam is over and its report is there.',
  'decision.changed-meanwhile': 'Somebody has changed this meanwhile. Read the new version first.',
  'decision.change-needs-reason': 'Somebody has signed this answer. Say why it changes.',
  'decision.needs-owner': 'Name the person who keeps this promise.',
  'decision.needs-due': 'Say by which day.',
  'decision.due-ahead': 'The day has to be still ahead.',
  'decision.needed-too-many': 'More signatures are asked for than people were named.',
  'decision.decider-cannot-read': 'One of these people cannot read this jam. Name members of its hubs.',
  'decision.owner-cannot-read': 'This person cannot read this jam. Name a member of its hubs.',
  'promise.only-owner': 'Only who keeps this promise and those who decided tell how it goes.',
  'promise.settled': 'What became of this promise is settled.',
  'promise.kept-by-answering': 'This promise is kept by answering everything that waits.',
  'promises.card': 'Answer everything that “{jam}” put first',
  'promises.deciders': 'those who decide',
  'promises.mail.reminded.subject': 'Due on {day}: {name}',
  'promises.mail.reminded.text':
    'After “{jam}” it was promised: {name}. It is due on {day}. Tell how it goes, so that those who wrote know.',
  'promises.mail.late.subject': 'Overdue: {name}',
  'promises.mail.late.text':
    'After “{jam}” it was promised: {name}. It was due on {day} and everybody now sees it as overdue. Say what became of it, or how it goes.',
  'promises.mail.sponsor-told.subject': 'Overdue for a week: {name}',
  'promises.mail.sponsor-told.text':
    'You decided on “{jam}”. The promise “{name}” (responsible: {owner}) was due on {day}. It has been overdue for a week. Speak with each other, or answer anew.',
  'promises.mail.why': 'You get this letter because you keep or gave a promise after “{jam}”.',
  ...screens,
} as const
