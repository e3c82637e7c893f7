/** How long ago: "1 minute", "3 hours", "12 days". */
export function ageInWords(seconds: number): string {
  if (seconds < 7_200) return inUnit(seconds / 60, "minute");
  return seconds < 172_800 ? inUnit(seconds / 3_600, "hour") : inUnit(seconds / 86_400, "day");
}

const inUnit = (value: number, unit: "minute" | "hour" | "day"): string =>
  new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(Math.round(value));
