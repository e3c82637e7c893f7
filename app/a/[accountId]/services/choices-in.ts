/**
 * Choices from the previous step, from the query string: options as `options.{slug}`, and the named fields. Everything
 * else is ignored.
 */
export function choicesIn(
  query: readonly (readonly [string, string])[],
  fields: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    query.filter(([field]) => fields.includes(field) || /^options\.[a-z0-9-]{1,60}$/.test(field)),
  );
}

/** The options among them, by slug. */
export const optionsAmong = (choices: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choices).flatMap(([field, value]) =>
      field.startsWith("options.") ? [[field.slice("options.".length), value]] : [],
    ),
  );
