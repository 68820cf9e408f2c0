import { v7 } from 'uuid'

/** A new time-ordered id (UUID version 7): ids made by one process never go backwards. */
export function newId(): string {
  return v7()
}
