export const messages = {
  // Refusals
  'setup.over':
    'This link does not hold any more. The newest one stands in the terminal of the server; each start prints it.',
  'organisation.only-owners': 'Only owners of the organisation can do this.',
  'hub.only-hosts': 'Only hosts of this hub, or of one above it, can do this.',
  'hub.name-taken': 'There is already a hub named “{name}” beside it.',
  'hub.too-deep': 'The tree of hubs is as deep as it can be here.',
  'hub.too-many': 'There are as many hubs as there can be: {most}.',
  'hub.guests-by-invitation': 'Guests come into a hub by invitation.',
  'hub.already-in': 'You are already in this hub.',
  'hub.not-in': 'You are not in this hub.',
  'hub.home-stays': 'This is your home hub. Make another hub your home before you leave it.',
  'people.not-for-guests': 'Who the people of a hub are is not shown to guests.',
  'role.guest-stays-guest':
    'Guests become members by accepting an invitation for members. Make one and send it to them.',
  'role.member-stays-member': 'Members of the organisation cannot become guests.',
  'person.owner-stays': 'Only owners can take an owner out of a hub.',
  'invitation.over': 'This invitation does not hold any more. Ask whoever sent it to you for a new one.',
  'invitation.signed-in':
    'You are signed in as {name} in this browser. Load the page again to accept the invitation as such.',
} as const
