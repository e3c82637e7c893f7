import { t } from "@/lib/platform/language/t";

/** A post as the beginning of a reply, in Markdown. A name in it is no mention: whoever is quoted isn't told again. */
export function quoteOf({ authorName, body }: { authorName: string; body: string }): string {
  const lines = body.replaceAll("@", "").split("\n");
  return `> ${t("{name} wrote:", { name: authorName })}\n>\n${lines.map((line) => `> ${line}`).join("\n")}\n\n`;
}
