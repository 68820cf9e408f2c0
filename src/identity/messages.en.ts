export const messages = {
  // Refusals
  'sign-in.wrong': 'The address and the password do not fit together. You can also have a link sent to you.',
  'sign-in.link-over': 'This link was already used or has run out. Ask for a new one; it works once, for 15 minutes.',
  'password.wrong': 'The present password is not right. Nothing was changed.',
  'password.no-address': 'You have no e-mail address here, so a password would be of no use.',
  'locale.unknown': '“{locale}” is not a language code that we know.',
  'time-zone.unknown': '“{timeZone}” is not a time zone that we know.',
  // Letters
  'identity.mail.link.subject': 'Your link to sign in',
  'identity.mail.link.as': 'As {name}:',
  'identity.mail.link.text':
    'Hello,\n\nopen this link and press the button to sign in:\n\n{links}\n\nIt works once, for {minutes} minutes. If you did not ask for it, you need not do anything.\n',
  'identity.mail.confirm.subject': 'Please confirm your address',
  'identity.mail.confirm.text':
    'Hello,\n\nsomebody has joined {publicUrl} as “{name}” with this address. If that was you, open this link, best in the browser in which you joined, and press the button:\n\n{link}\n\nIt works once, for {minutes} minutes. In another browser you are signed in there, and choose your password anew. If it was not you, you need not do anything.\n',
  'identity.mail.known.subject': 'You already have an account',
  'identity.mail.known.text':
    'Hello,\n\nsomebody has accepted an invitation to {publicUrl} as “{name}” with this address. You already have an account with it, and it is unchanged.\n\nIf that was you: sign in at {publicUrl} as usual, then open the invitation once more and accept it; your account joins. If it was not you, you need not do anything.\n',
} as const
