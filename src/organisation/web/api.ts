import { type Answer, apiOf } from '../../web-kit/index.ts'
import type { organisationContract } from '../contract.ts'

export const organisation = apiOf<typeof organisationContract>()

type C = typeof organisationContract
export type Hub = Answer<C, 'GET /api/hubs'>['hubs'][number]
/** A hub that came with an imported jam and that nobody has joined: its people are known from what they wrote there. */
export function isOnlyImported({ people, imported }: Pick<Hub, 'people' | 'imported'>): boolean {
  return people === 0 && imported > 0
}

export type HubPageView = Answer<C, 'GET /api/hubs/:hubId'>
export type Person = Answer<C, 'GET /api/people'>['people'][number]
export type Invitation = Answer<C, 'POST /api/hubs/:hubId/invitations'>
export type Role = Invitation['role']
