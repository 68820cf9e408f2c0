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
  // Was die Seiten sagen
  'folds.others': {
    one: '{count} anderer Beitrag sagt fast dasselbe',
    other: '{count} andere Beiträge sagen fast dasselbe',
  },
  'folds.others.some': 'Andere Beiträge sagen fast dasselbe',
  'folds.mine': 'Ihr Beitrag steht mit ihnen in einem Bündel. Ihre Worte, Ihr Name und Ihre Stimmen bleiben bei Ihnen.',
  'folds.alone': 'Meinen für sich zeigen',
  'folds.done.alone': 'Ihr Beitrag steht jetzt für sich.',
  'folds.kept-alone.mine': 'Sie lassen diesen Beitrag für sich stehen.',
  'folds.kept-alone.other':
    'Wer diesen Beitrag schrieb, will ihn für sich stehen lassen. Sonst kann das niemand ändern.',
  'folds.together-again': 'Wieder mit anderen zeigen',
  'folds.fold-with': 'Bündeln mit …',
  'folds.fold-these': 'Mit „{title}“ bündeln',
  'folds.picked': 'Wählen Sie den Beitrag, der fast dasselbe sagt wie „{title}“.',
  'folds.picked.cancel': 'Abbrechen',
  'folds.done.fold':
    'Sie stehen jetzt in einem Bündel. Alle sehen, wer das war, und Gastgebende können es rückgängig machen.',
  'folds.apart': 'Aus dem Bündel nehmen',
  'folds.apart.whole': 'Alle auseinandernehmen',
  'folds.done.apart': 'Auseinandergenommen. Alle sehen, wer das war, und Gastgebende können es rückgängig machen.',
  'folds.campaign': { one: 'Kampagne einer Person', other: 'Kampagne von {count} Leuten' },
  'folds.campaign.long': {
    one: 'Kampagne einer Person: {texts} fast gleiche Texte kamen in kurzer Zeit. Nichts ist verborgen, und jede Person zählt einmal.',
    other:
      'Kampagne von {count} Leuten: {texts} fast gleiche Texte kamen in kurzer Zeit. Nichts ist verborgen, und jede Person zählt einmal.',
  },
  'folds.campaign.few': 'Wenige Leute schrieben die meisten davon.',
  'folds.title': '{count} Beiträge sagen fast dasselbe',
  'folds.writers': { one: 'Eine Person hat das geschrieben', other: '{count} Leute haben das geschrieben' },
  'folds.people': {
    one: 'Eine Person schrieb oder unterstützt es',
    other: '{count} Leute schrieben oder unterstützen es',
  },
  'folds.lead':
    'Listen zeigen sie einmal, damit anderes Platz hat. Jeder Beitrag behält, wer ihn schrieb, seine Antworten und seine Stimmen; keine Unterstützung wandert.',
  'folds.more': 'Mehr zeigen',
  'folds.none.title': 'Dieser Beitrag steht für sich',
  'folds.none.text': 'Kein anderer sagt fast dasselbe, oder jemand hat sie auseinandergenommen.',
  'folds.acts': 'Wer was getan hat',
  'folds.act.fold': '{name} hat zwei gebündelt',
  'folds.act.apart': { one: '{name} hat einen herausgenommen', other: '{name} hat {count} auseinandergenommen' },
  'folds.act.alone': '{name} lässt den eigenen für sich stehen',
  'folds.act.undone': 'rückgängig gemacht von {name}',
  'folds.undo': 'Rückgängig',
} as const
