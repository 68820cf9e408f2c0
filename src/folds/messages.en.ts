import type { Catalogue } from '../kernel/messages.ts'

export const messages = {
  'folds.only-hosts-fold': 'Only hosts put contributions together or take them apart.',
  'folds.not-yours': 'Only the author of a contribution lets it stand on its own.',
  'folds.only-its-author': 'Only the author of the contribution can take this back.',
  'folds.undone-already': 'This was undone already.',
  'folds.same-contribution': 'Choose another contribution: this is the same one.',
  'folds.of-two-places': 'These contributions stand in two conversations. Only those of one can be put together.',
  'folds.kept-alone': 'An author wants one of these contributions to stand on its own. Only she or he can change that.',
  'folds.together-already': 'These two stand together already.',
  'folds.in-none': 'This contribution stands alone already.',
} as const satisfies Catalogue
