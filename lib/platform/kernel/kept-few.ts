/** More locales, zones and currencies than are in use at a time. */
const MOST = 500;

/**
 * Values that are costly to make, by key. Keys come from what people choose, so only a limited number is kept: they are
 * all made anew once there are too many.
 */
export function keptFew<Value>(): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size >= MOST) kept.clear();
    kept.set(key, made);
    return made;
  };
}
