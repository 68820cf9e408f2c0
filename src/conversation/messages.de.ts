export const messages = {
  'venue.sign-in-to-take-part': 'Melden Sie sich an, um mitzumachen.',
  'venue.not-for-guests': 'Dieses Gespräch ist für Mitglieder; Gäste können nicht mitmachen.',
  'venue.not-for-your-hubs': 'Dieses Gespräch ist für andere Hubs. Sie können mitlesen, aber nicht mitmachen.',
  'venue.closed': 'Die Zeit zum Schreiben ist hier vorbei. Alles bleibt lesbar.',
  'venue.not-open-yet': 'Das ist noch nicht eröffnet.',
  'venue.no-new-contributions':
    'Neue Beiträge werden nicht mehr angenommen. Antworten und abstimmen können Sie weiterhin.',
  'venue.only-hosts-seed': 'Nur Gastgebende können erste Beiträge einstellen.',
  'venue.seeds-before-opening': 'Erste Beiträge der Gastgebenden kommen vor der Eröffnung hinein.',
  'contribution.not-yours': 'Das kann nur die Person ändern, die es geschrieben hat.',
  'contribution.retracted': 'Das wurde von der Person, die es geschrieben hat, zurückgezogen.',
  'contribution.edited-meanwhile':
    'Das wurde seit dem Öffnen an anderer Stelle geändert. Ihr Text ist aufgehoben: Sehen Sie sich die jetzige Fassung an und speichern Sie dann noch einmal.',
  'contribution.title-needed': 'Ein Beitrag braucht einen Titel.',
  'reply.has-no-title': 'Eine Antwort hat keinen Titel.',
  'reply.empty': 'Schreiben Sie etwas, bevor Sie absenden.',
  'thread.full':
    'Dieser Strang ist voll: Er fasst {most} Antworten. Beginnen Sie einen neuen Beitrag und verweisen Sie auf diesen.',
} as const
