/** What the pages of families and of the glossary say in German. */
export const families = {
  'themes.families': 'Familien über Sprachen hinweg',
  'themes.families.text':
    'Themen werden in jeder Sprache für sich gefunden. Eine Familie verbindet Themen mehrerer Sprachen, die von einer Sache handeln. Ihre Leute zählen einmal, in wie vielen Sprachen sie auch schreiben.',
  'themes.families.none':
    'Noch keine Familien: Themen zweier Sprachen werden verbunden, wenn genug dafür spricht oder Gastgebende es sagen.',
  'themes.families.count': {
    one: '{count} Familie verbindet Themen mehrerer Sprachen',
    other: '{count} Familien verbinden Themen mehrerer Sprachen',
  },
  'themes.family.confirmed': 'von Gastgebenden bestätigt',
  'themes.family.sure': 'von der Maschine gefunden, zu {share} sicher',
  'themes.family.unquoted':
    'Hier ist niemand auf {languages} zitiert: Die Zitate sprechen nur für die anderen Sprachen.',
  'themes.family.why': 'Warum das eines ist',
  'themes.family.others': 'Dasselbe in anderen Sprachen',
  'themes.family.people': {
    one: '{count} Person in allen ihren Sprachen',
    other: '{count} Leute in allen ihren Sprachen',
  },
  'themes.evidence.said': 'Gastgebende, die beide Sprachen lesen, haben es gesagt.',
  'themes.evidence.few': 'Weniger als fünf Leute schreiben oder stimmen in beiden ab.',
  'themes.evidence.replies': {
    one: '{count} Antwort mit Art geht vom einen zum anderen; durch Zufall wären es {expected}.',
    other: '{count} Antworten mit Art gehen vom einen zum anderen; durch Zufall wären es {expected}.',
  },
  'themes.evidence.people': {
    one: '{count} Person schreibt oder stimmt in beiden ab; durch Zufall wären es {expected}.',
    other: '{count} Leute schreiben oder stimmen in beiden ab; durch Zufall wären es {expected}.',
  },
  'themes.evidence.marks': {
    one: '{count} Name, Zahl oder Adresse steht in beiden; durch Zufall wären es {expected}.',
    other: '{count} Namen, Zahlen oder Adressen stehen in beiden; durch Zufall wären es {expected}.',
  },
  'themes.evidence.glossary': {
    one: '{count} Eintrag des Glossars kommt in beiden vor; durch Zufall wären es {expected}.',
    other: '{count} Einträge des Glossars kommen in beiden vor; durch Zufall wären es {expected}.',
  },
  'themes.evidence.words': 'Zum Beispiel: {words}',
  'themes.languages': 'Sprachen',
  'themes.languages.headlines': 'Unter den Themen mit den meisten Leuten: {languages}.',
  'themes.languages.listed': 'Auch geschrieben wird hier: {languages}.',
  'themes.languages.one': { one: '{language} ({count} Person, {share})', other: '{language} ({count} Leute, {share})' },
  'themes.languages.few': '{language} (weniger als fünf Leute)',
  'themes.languages.paragraph': 'Nicht unter den Themen mit den meisten Leuten. Was in dieser Sprache gesagt wird:',
  'themes.languages.no-theme':
    'Noch kein eigenes Thema: Weniger als fünf Leute schreiben über eine Sache. Die neuesten Beiträge:',
  'themes.kin': 'Ist das eines? Fragen an Gastgebende',
  'themes.kin.text':
    'Ob zwei Themen in zwei Sprachen von einer Sache handeln, lässt sich an Worten allein nicht erkennen. Wer beide Sprachen liest, kann es sagen. Ihr Wort zählt mehr als das der Maschine und gilt, bis es rückgängig gemacht wird.',
  'themes.kin.none': 'Gerade gibt es nichts zu fragen.',
  'themes.kin.joined': 'Sie stehen in einer Familie (zu {share} sicher).',
  'themes.kin.apart': 'Sie stehen getrennt (zu {share} sicher, dass sie eines sind).',
  'themes.kin.one': 'Eine Sache',
  'themes.kin.two': 'Zwei Sachen',
  'themes.kin.said': 'Was Gastgebende gesagt haben',
  'themes.kin.undo': 'Rückgängig machen Sie es bei den Themen unter „Was sich geändert hat“.',
  'themes.kin.by-hand': 'Zwei Themen verbinden',
  'themes.kin.first': 'Ein Thema',
  'themes.kin.second': 'Dasselbe in einer anderen Sprache',
  'themes.kin.one-language': 'Alle Themen sind in einer Sprache.',
  'themes.done.linked': 'Sie sind jetzt eine Familie.',
  'themes.done.parted': 'Sie bleiben zwei.',
  'themes.reads': 'Sprachen, die ich lese',
  'themes.reads.hint': 'Gefragt werden Sie nur zu Themen, deren Sprachen Sie beide lesen. Sonst sieht das niemand.',
  'themes.glossary': 'Glossar',
  'themes.glossary.text':
    'Was in den Sprachen dieses Gesprächs eine Sache ist. Kommen Einträge in zwei Themen vor, spricht das dafür, dass sie eines sind. Gastgebende pflegen es; 20 bis 50 Einträge sind ein gutes Maß.',
  'themes.glossary.none': 'Noch keine Einträge',
  'themes.glossary.add': 'Eintrag anlegen',
  'themes.glossary.added': 'Es steht im Glossar.',
  'themes.glossary.change': 'Ändern',
  'themes.glossary.change.one': 'Ändern: {name}',
  'themes.glossary.remove': 'Herausnehmen',
  'themes.glossary.remove.one': 'Herausnehmen: {name}',
  'themes.glossary.remove.text': 'Themen, die dadurch verbunden sind, werden ohne den Eintrag neu verglichen.',
  'themes.glossary.form':
    'Die Wörter für eine Sache in mindestens zwei Sprachen; mehrere Wörter mit Kommas dazwischen.',
  'themes.glossary.two': 'Ein Eintrag braucht seine Wörter in zwei Sprachen.',
  'themes.glossary.save': 'Sichern',
  'themes.glossary.suggested': 'Vielleicht Einträge',
  'themes.glossary.suggested.text':
    'Wörter verbundener Themen, die ähnlich geschrieben sind oder in beiden am meisten sagen. Ob sie eine Sache meinen, können nur Menschen sagen.',
  'themes.glossary.accept': 'Aufnehmen',
  'themes.glossary.accept.one': 'Aufnehmen: {left} = {right}',
}
