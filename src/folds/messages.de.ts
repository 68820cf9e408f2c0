import type { messages as english } from './messages.en.ts'

export const messages = {
  'folds.only-hosts-fold': 'Nur Gastgebende bündeln Beiträge oder nehmen sie auseinander.',
  'folds.not-yours': 'Nur wer einen Beitrag geschrieben hat, lässt ihn für sich stehen.',
  'folds.only-its-author': 'Das kann nur zurücknehmen, wer den Beitrag geschrieben hat.',
  'folds.undone-already': 'Das wurde schon rückgängig gemacht.',
  'folds.same-contribution': 'Wählen Sie einen anderen Beitrag: Das ist derselbe.',
  'folds.of-two-places': 'Diese Beiträge stehen in zwei Gesprächen. Nur die eines Gesprächs lassen sich bündeln.',
  'folds.kept-alone':
    'Einer dieser Beiträge soll für sich stehen: Das hat die Person bestimmt, die ihn schrieb, und nur sie kann es ändern.',
  'folds.together-already': 'Diese beiden stehen schon in einem Bündel.',
  'folds.in-none': 'Dieser Beitrag steht schon für sich.',
} as const satisfies Record<keyof typeof english, string>
