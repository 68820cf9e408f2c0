export const messages = {
  'sign-in.needed': 'Bitte melden Sie sich zuerst an.',
  'not-found': 'Hier ist nichts, oder es ist für Sie nicht geöffnet.',
  'bad-request': 'So kann das nicht angenommen werden: {field} {problem}.',
  'bad-request.empty': 'So kann das nicht angenommen werden: {field} darf nicht leer sein.',
  'bad-request.long': 'So kann das nicht angenommen werden: {field} hat höchstens {most} Zeichen.',
  'too-large': 'Das ist zu lang, um es in einem Stück zu senden.',
  busy: 'Dandelion ist gerade stark ausgelastet. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.',
  unexpected:
    'Auf unserer Seite ist etwas fehlgeschlagen. Es wurde nichts geändert; versuchen Sie es noch einmal, und sagen Sie es der Administration, wenn es dabei bleibt.',
  'idempotency.key-needed':
    'Die Anfrage braucht einen Idempotency-Key: 8 bis 64 Buchstaben, Ziffern, - oder _, für jede Absicht einen neuen.',
  'idempotency.other-body': 'Dieser Idempotency-Key wurde schon für etwas anderes verwendet.',
  'origin.foreign': 'Änderungen werden nur von {publicUrl} angenommen. Öffnen Sie Dandelion unter dieser Adresse.',
  'live.too-many-streams':
    'Sie haben schon {max} Seiten mit Live-Anzeige offen. Schließen Sie eine, oder lesen Sie ohne Live-Anzeige weiter.',
  'attempts.too-many': {
    one: 'Zu viele Versuche. Versuchen Sie es in {count} Minute wieder.',
    other: 'Zu viele Versuche. Versuchen Sie es in {count} Minuten wieder.',
  },
} as const
