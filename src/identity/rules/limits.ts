/** The limits of a person: apart from the contract, so that the web need not load its schemas. Lengths in UTF-16 code units. */
export const NAME_MAX = 120
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 256
