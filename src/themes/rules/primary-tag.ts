/** "ca" of "ca-ES": themes and families tell languages apart, not their regions. */
export const primaryTag = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag
