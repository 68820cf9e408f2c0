export const messages = {
  'venue.sign-in-to-take-part': 'Sign in to take part.',
  'venue.not-for-guests': 'This conversation is for members; guests cannot take part.',
  'venue.not-for-your-hubs': 'This conversation is for other hubs. You can read it, but not take part.',
  'venue.closed': 'The time for writing here is over. Everything stays readable.',
  'venue.not-open-yet': 'This has not opened yet.',
  'venue.no-new-contributions': 'New contributions are no longer taken. You can still answer and vote.',
  'venue.only-hosts-seed': 'Only hosts can put in first contributions.',
  'venue.seeds-before-opening': 'First contributions from the hosts go in before the opening.',
  'contribution.not-yours': 'Only its author can change this.',
  'contribution.retracted': 'Its author has retracted this.',
  'contribution.edited-meanwhile':
    'This was changed somewhere else since you opened it. Your text is kept: look at the present version, then save again.',
  'contribution.title-needed': 'A contribution needs a title.',
  'reply.has-no-title': 'An answer has no title.',
  'reply.empty': 'Write something before you send.',
  'thread.full': 'This thread is full: it holds {most} answers. Start a new contribution and link to this one.',
} as const
