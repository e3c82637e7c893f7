import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Said, SaidValue } from "@/lib/platform/language/say";

const HIDDEN = "…";

interface Stored {
  readonly summary: string;
  readonly said: Prisma.JsonValue;
}

/** A line of the log without any name in it: what was done stays, and to what is left out. */
export function nameless({ summary, said }: Stored): Stored {
  if (said === null) return { summary, said };
  const { text, values = {} } = said as unknown as Said;
  const left = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, hiddenValue(name, value, text)]),
  );
  return { summary, said: { text, values: left } as unknown as Prisma.JsonValue };
}

/** A text, unless the sentence depends on which of a few words it is: `{pinned, select, …}`. */
const hiddenValue = (name: string, value: SaidValue, text: string): SaidValue =>
  typeof value === "string" && !text.includes(`{${name}, select,`) ? HIDDEN : value;
