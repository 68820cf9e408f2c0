/** The limits of the tree of hubs: apart from the contract, so that the web need not load its schemas. Lengths in UTF-16
 *  code units. */
export const HUB_NAME_MAX = 120
/** Hubs of one organisation: the whole tree goes into one answer. */
export const HUBS_MAX = 2000
