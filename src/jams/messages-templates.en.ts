/** What templates say in English: refusals, and the page that begins a jam from one, which loads this. */
export const templates = {
  'template.unreadable': 'This is not the set-up of a jam, or the file is damaged. Nothing was made.',
  'template.changed': 'This file was changed after it was signed. Ask whoever gave it to you for the original.',
  'template.foreign':
    'This file was signed by another installation: “{name}”, key {key}. Use it only if you know that it comes from there.',
  'template.too-large':
    'There are more first contributions than a file takes. Take some out, or begin from the jam itself.',
  'templates.title': 'Begin from a template',
  'templates.lead':
    'The questions, forums, phases, promise card and first contributions of a jam are taken over. What people wrote, who they are and the dates are not.',
  'templates.from': 'Template',
  'templates.from.jam': 'A jam that I host',
  'templates.from.file': 'A file',
  'templates.jam': 'Jam',
  'templates.jams.none': 'You host no jam yet. Take a file, or begin with a question of your own.',
  'templates.file': 'File with the set-up of a jam',
  'templates.file.hint': 'Hosts download it from the host desk of their jam.',
  'templates.file.choose': 'Choose a file',
  'templates.file.chosen': 'Chosen: {name}',
  'templates.file.unreadable': 'This file cannot be read. Choose another one.',
  'templates.name.hint': 'For lists and links: a word or two. It is the only thing that has to be new.',
  'templates.opens': 'Opens',
  'templates.opens.hint': 'All other dates follow at the distances they had. You can change them before it opens.',
  'templates.begin': 'Begin to prepare',
  'templates.foreign.title': 'From another installation',
  'templates.foreign.take': 'I know it, take it',
  'templates.refused': 'Hosts of a hub and owners start jams. Ask one of them if you have a question for many.',
} as const
