import { t } from "@/lib/platform/language/t";

/**
 * Whether dates can be formatted in a time zone. The runtime's list is incomplete: it supports many names that it
 * leaves out, including all renamed ones.
 */
export function isTimeZone(value: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Names that the zone database has replaced and the runtime's list still has. */
const renamed = new Map([
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["America/Catamarca", "America/Argentina/Catamarca"],
  ["America/Coral_Harbour", "America/Atikokan"],
  ["America/Cordoba", "America/Argentina/Cordoba"],
  ["America/Godthab", "America/Nuuk"],
  ["America/Indianapolis", "America/Indiana/Indianapolis"],
  ["America/Jujuy", "America/Argentina/Jujuy"],
  ["America/Louisville", "America/Kentucky/Louisville"],
  ["America/Mendoza", "America/Argentina/Mendoza"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Pacific/Ponape", "Pacific/Pohnpei"],
  ["Pacific/Truk", "Pacific/Chuuk"],
]);

const formerNames = new Map([...renamed].map(([old, name]) => [name, old]));

const offered: readonly string[] = [
  "UTC",
  ...[...new Set(Intl.supportedValuesOf("timeZone").map((zone) => renamed.get(zone) ?? zone))]
    .filter((zone) => zone.includes("/"))
    .sort(),
];

/** Time zones to choose from by their current names, UTC first; the current choice keeps its name. */
export function timeZoneOptions(chosen: string): { value: string; label: string }[] {
  const zones = offered.includes(chosen) ? offered : [chosen, ...offered];
  return zones.map((value) => ({ value, label: labelOf(value) }));
}

function labelOf(zone: string): string {
  const former = formerNames.get(zone);
  return (former === undefined ? zone : t("{zone} (formerly {former})", { zone, former })).replaceAll("_", " ");
}
