/** Every time zone this machine knows by its IANA name, UTC first. */
export const timeZones: readonly string[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC" && zone.includes("/")),
];

const known = new Set(timeZones);

export const isTimeZone = (value: string): boolean => known.has(value);
