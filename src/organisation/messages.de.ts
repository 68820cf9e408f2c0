export const messages = {
  // Ablehnungen
  'setup.over':
    'Dieser Link gilt nicht mehr. Der neueste steht im Terminal des Servers; jeder Start schreibt ihn dorthin.',
  'organisation.only-owners': 'Das können nur die Verantwortlichen der Organisation.',
  'hub.only-hosts': 'Das können nur Gastgeberinnen und Gastgeber dieses Hubs oder eines Hubs darüber.',
  'hub.name-taken': 'Daneben gibt es schon einen Hub namens „{name}“.',
  'hub.too-deep': 'Tiefer kann der Baum der Hubs hier nicht werden.',
  'hub.too-many': 'Es gibt schon so viele Hubs, wie es geben kann: {most}.',
  'hub.guests-by-invitation': 'Gäste kommen auf Einladung in einen Hub.',
  'hub.already-in': 'Sie sind schon in diesem Hub.',
  'hub.not-in': 'Sie sind nicht in diesem Hub.',
  'hub.home-stays': 'Das ist Ihr Heimathub. Machen Sie erst einen anderen Hub dazu, bevor Sie ihn verlassen.',
  'people.not-for-guests': 'Gästen wird nicht gezeigt, wer in einem Hub ist.',
  'role.guest-stays-guest':
    'Gäste werden Mitglieder, indem sie eine Einladung für Mitglieder annehmen. Erstellen Sie eine und schicken Sie sie ihnen.',
  'role.member-stays-member': 'Mitglieder der Organisation können nicht Gäste werden.',
  'person.owner-stays': 'Nur Verantwortliche der Organisation können andere Verantwortliche aus einem Hub nehmen.',
  'invitation.over':
    'Diese Einladung gilt nicht mehr. Bitten Sie die Person, die sie Ihnen geschickt hat, um eine neue.',
  'invitation.signed-in':
    'Sie sind in diesem Browser als {name} angemeldet. Laden Sie die Seite neu, um die Einladung so anzunehmen.',
} as const
