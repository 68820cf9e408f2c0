import type { Passwords } from '../identity/index.ts'
import { type Attempts, type Route, routes } from '../platform/index.ts'
import { listFailedJobs, listSentMail } from './administration.ts'
import { addHub, changeHub } from './change-hubs.ts'
import { changeOrganisation, viewOrganisation } from './change-organisation.ts'
import { organisationContract } from './contract.ts'
import * as invitations from './invitations.ts'
import { joinHub, leaveHub } from './join-and-leave.ts'
import { changeRole, listMembers, listPeopleOfHub, removePerson, viewPersonInHub } from './people.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { isSetupOpen, setUp } from './set-up.ts'
import { viewHub, viewHubAlone, viewHubs } from './view-hubs.ts'
import { viewMe } from './view-me.ts'

/** What the routes of organisation are given by the composition root. */
export type OrganisationDeps = invitations.LinkMaking & {
  readonly passwords: Passwords
  readonly attempts: Attempts
  /** Where letters lie when no mail server is configured. */
  readonly mailFolder: string | null
}

/** The routes of organisation. */
export function organisationRoutes(deps: OrganisationDeps): Route[] {
  return routes(organisationContract, {
    'GET /api/setup': { read: isSetupOpen },
    'POST /api/setup': { exchange: (exchange) => setUp({ ...exchange, ...deps }, exchange.input) },
    'GET /api/me': { read: viewMe },
    'PUT /api/organisation': { write: changeOrganisation, show: viewOrganisation },
    'GET /api/hubs': { read: viewHubs },
    'POST /api/hubs': { write: addHub, show: viewHubAlone },
    'GET /api/hubs/:hubId': { read: viewHub },
    'PUT /api/hubs/:hubId': { write: changeHub, show: viewHubAlone },
    'GET /api/hubs/:hubId/people': { read: listPeopleOfHub },
    'PUT /api/hubs/:hubId/membership': { write: joinHub, show: viewHubAlone },
    'DELETE /api/hubs/:hubId/membership': { write: leaveHub, show: viewHubAlone },
    'PUT /api/hubs/:hubId/people/:personId': {
      write: changeRole,
      show: (ctx, personId, { hubId }) => viewPersonInHub(ctx, personId, hubId),
    },
    'DELETE /api/hubs/:hubId/people/:personId': { write: removePerson, show: async () => ({ removed: true }) },
    'GET /api/people': { read: listMembers },
    'GET /api/hubs/:hubId/invitations': { read: invitations.listInvitations },
    'POST /api/hubs/:hubId/invitations': {
      write: (ctx, input) => invitations.makeInvitation(ctx, input, deps),
      show: (ctx, id) => invitations.viewNewInvitation(ctx, id, deps),
    },
    'DELETE /api/invitations/:invitationId': { write: invitations.revoke, show: invitations.viewInvitation },
    'POST /api/invitation': { read: invitations.viewOpening },
    'POST /api/invitation/redeem': {
      exchange: (exchange) => redeemInvitation({ ...exchange, ...deps }, exchange.input),
    },
    'GET /api/administration/mail': { read: (ctx, input) => listSentMail(ctx, input, deps.mailFolder) },
    'GET /api/administration/jobs': { read: listFailedJobs },
  })
}
