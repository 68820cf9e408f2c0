/** What a report says in German of how it was made, and where it may mislead. */
export const methodWords = {
  'method.5':
    'Beiträge, die fast dasselbe sagen, stehen beisammen und zählen einmal: als die Leute, die einen davon schrieben oder, ab fünf, einem zustimmen. Keine Stimme wird verschoben; jeder behält Verfasser und Worte.',
  'limit.folds': {
    one: '{count} Beitrag steht in {folds} Bündeln von fast Gleichem; {campaigns} davon kamen auf einmal.',
    other: '{count} Beiträge stehen in {folds} Bündeln von fast Gleichem; {campaigns} davon kamen auf einmal.',
  },
  'method.1':
    'Texte einer Sprache mit gemeinsamen aussagekräftigen Wörtern werden Nachbarn; was zusammenhängt, wird ein Thema. Gastgebende vereinen, teilen, benennen und verschieben; was sie taten, gilt. Keine Maschine schrieb einen Satz: Sätze sind Vorlagen mit Zahlen, und Zitate sind Byte für Byte aus Beiträgen geschnitten.',
  'method.2':
    'Gezählt werden verschiedene Leute, nie Beiträge. „Wenige“ ist unter {few}, „einige“ von dort bis unter {some}, „viele“ bis {many}, „die meisten“ darüber, immer von den Leuten, die daneben genannt sind. Ein allgemeiner Satz beruht auf mindestens {authors} Verfassenden; mit weniger heißt er einzelne Stimme.',
  'method.3': 'Nichts über weniger als {floor} Leute wird gezeigt, und keine Tabelle lässt es durch Abziehen finden.',
  'method.4':
    'Hauptthemen sind die mit den meisten Leuten; jeder {every}. Platz gehört einer kleinen Stimme (unter {small} der Schreibenden oder fast alle aus einem Hub), und eine Sprache von {language} der Schreibenden kommt immer vor.',
  limits: 'Bekannte Grenzen',
  'limit.1': {
    one: '{share} der Beiträge stehen in keinem Thema ({count}).',
    other: '{share} der Beiträge stehen in keinem Thema ({count}).',
  },
  'limit.2': 'Themen werden an Wörtern erkannt: Wer dasselbe anders sagt, steht vielleicht getrennt.',
  'limit.3': 'Die Leute entschieden selbst, ob sie teilnahmen; Anteile gelten für sie.',
  'limit.4':
    'Eine maschinelle Bezeichnung besteht aus häufigen Wörtern und kann irreführen; der Name von Gastgebenden steht voran, wo es einen gibt.',
  'method.6':
    'Ideen werden von Stichproben der Teilnehmenden bewertet, so zugeteilt, dass jede etwa gleich oft bewertet wird. Punkte sind Wirkung mal Umsetzbarkeit auf einer Skala von 0 bis 100; ihre Spanne ist der Mittelwert plus und minus Students t mal Standardfehler, mit der Korrektur für eine endliche Grundgesamtheit. Der Anteil, dem eine Idee helfen würde, hat die ebenso korrigierte Spanne nach Wilson. Wo alle, die teilnahmen, eine Idee bewertet haben, gibt es keine Stichprobe, und die Spanne ist der Mittelwert selbst. Was weniger als {floor} Leute bewertet haben, wird nicht gezeigt, und nichts, bevor die Bewertung zu Ende war.',
} as const
