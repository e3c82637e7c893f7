/** Hidden fields; a name may occur more than once. */
export function HiddenFields({ fields }: { fields: readonly (readonly [string, string])[] }) {
  return fields.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same pair may occur twice, and the list never changes in place
    <input key={index} type="hidden" name={name} value={value} />
  ));
}
