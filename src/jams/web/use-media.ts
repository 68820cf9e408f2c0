import { useMedia } from '../../web-kit/index.ts'

/** So wide that the composer stands beside the conversation. */
export const useHasAside = (): boolean => useMedia('(min-width: 1101px)')
