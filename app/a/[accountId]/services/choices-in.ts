/**
 * What somebody chose on the step before, as it stands in the address: options as `options.{slug}`, and the fields that
 * are named. Anything else in the address is not a choice.
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
