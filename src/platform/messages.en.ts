export const messages = {
  'sign-in.needed': 'Please sign in first.',
  'not-found': 'There is nothing here, or it is not open to you.',
  'bad-request': 'This cannot be accepted as it is: {field} {problem}.',
  'bad-request.empty': 'This cannot be accepted as it is: {field} must not be empty.',
  'bad-request.long': 'This cannot be accepted as it is: {field} has at most {most} letters.',
  'too-large': 'This is too long to be sent in one piece.',
  busy: 'Dandelion is very busy right now. Nothing was changed; try again in a moment.',
  unexpected: 'Something broke on our side. Nothing was changed; try again, and tell your administrator if it stays.',
  'idempotency.key-needed':
    'The request needs an Idempotency-Key: 8 to 64 letters, digits, - or _, new for each intention.',
  'idempotency.other-body': 'This Idempotency-Key was already used for something else.',
  'origin.foreign': 'Changes are accepted from {publicUrl} only. Open Dandelion at that address.',
  'live.too-many-streams': 'You have {max} live pages open already. Close one, or go on without live updates.',
  'attempts.too-many': {
    one: 'Too many attempts. Try again in {count} minute.',
    other: 'Too many attempts. Try again in {count} minutes.',
  },
} as const
