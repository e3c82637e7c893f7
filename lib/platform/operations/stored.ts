import type { Prisma } from "@/lib/platform/db/generated/client";
import { told, toldInEnglish } from "@/lib/platform/kernel/told";
import type { Said } from "@/lib/platform/language/say";
import { translated } from "@/lib/platform/language/t";

/** The columns of a sentence in the activity log: in English, and as it is shown in other languages. */
export function stored(summary: string | Said): { summary: string; said?: Prisma.InputJsonObject } {
  if (typeof summary === "string") return { summary };
  const { text, values } = summary;
  return { summary: toldInEnglish(summary), ...(values && { said: { text, values } as Prisma.InputJsonObject }) };
}

/** A stored sentence in the current language. Those from before there were several, and those without values, are English. */
export const shown = ({ summary, said }: { summary: string; said: Prisma.JsonValue }, locale: string): string =>
  said === null ? translated(summary) : told(said as unknown as Said, locale);
