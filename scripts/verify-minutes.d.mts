/** What does not fit, one sentence each; nothing if the minutes are as they were signed. */
export function faultsOf(minutes: {
  hash: string;
  record: { items: string[] } & Record<string, unknown>;
  items: { sha256: string; signed: unknown }[];
}): string[];
