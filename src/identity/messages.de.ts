export const messages = {
  // Ablehnungen
  'sign-in.wrong': 'Adresse und Passwort passen nicht zusammen. Sie können sich auch einen Link schicken lassen.',
  'sign-in.link-over':
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Lassen Sie sich einen neuen schicken; er gilt einmal, 15 Minuten lang.',
  'password.wrong': 'Das jetzige Passwort stimmt nicht. Es wurde nichts geändert.',
  'password.no-address': 'Sie haben hier keine E-Mail-Adresse, deshalb würde ein Passwort nichts nützen.',
  'locale.unknown': '„{locale}“ ist kein Sprachkürzel, das wir kennen.',
  'time-zone.unknown': '„{timeZone}“ ist keine Zeitzone, die wir kennen.',
  // Briefe
  'identity.mail.link.subject': 'Ihr Link zum Anmelden',
  'identity.mail.link.as': 'Als {name}:',
  'identity.mail.link.text':
    'Guten Tag,\n\nöffnen Sie diesen Link und drücken Sie den Knopf, um sich anzumelden:\n\n{links}\n\nEr gilt einmal, {minutes} Minuten lang. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.\n',
  'identity.mail.confirm.subject': 'Bitte bestätigen Sie Ihre Adresse',
  'identity.mail.confirm.text':
    'Guten Tag,\n\njemand ist mit dieser Adresse als „{name}“ bei {publicUrl} beigetreten. Wenn Sie das waren, öffnen Sie diesen Link, am besten in dem Browser, in dem Sie beigetreten sind, und drücken Sie den Knopf:\n\n{link}\n\nEr gilt einmal, {minutes} Minuten lang. In einem anderen Browser werden Sie dort angemeldet und wählen Ihr Passwort neu. Wenn Sie es nicht waren, brauchen Sie nichts zu tun.\n',
  'identity.mail.known.subject': 'Sie haben schon ein Konto',
  'identity.mail.known.text':
    'Guten Tag,\n\njemand hat mit dieser Adresse als „{name}“ eine Einladung zu {publicUrl} angenommen. Sie haben damit schon ein Konto; daran hat sich nichts geändert.\n\nWenn Sie das waren: Melden Sie sich wie gewohnt unter {publicUrl} an, öffnen Sie dann die Einladung noch einmal und nehmen Sie sie an; Ihr Konto tritt bei. Wenn Sie es nicht waren, brauchen Sie nichts zu tun.\n',
} as const
