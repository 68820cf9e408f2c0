type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[] }

/** The value with the keys of its objects in the order of their schemas. */
export function inOrder(schema: object, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { properties, items } = optionOf(schema as Schema)
  if (Array.isArray(value)) return items ? value.map((item) => inOrder(items, item)) : value
  const given = value as Record<string, unknown>
  return Object.fromEntries(Object.entries(properties ?? {}).map(([key, part]) => [key, inOrder(part, given[key])]))
}

const optionOf = (schema: Schema): Schema => schema.anyOf?.find((option) => option.properties ?? option.items) ?? schema
