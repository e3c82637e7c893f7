/** Fields that are sent along unseen, names that stand more than once included. */
export function HiddenFields({ fields }: { fields: readonly (readonly [string, string])[] }) {
  return fields.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same pair may stand twice, and the list never changes in place
    <input key={index} type="hidden" name={name} value={value} />
  ));
}
