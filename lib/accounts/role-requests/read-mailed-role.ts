import type { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { cutText } from "@/lib/platform/kernel/cut-text";
import type { askForRole } from "./ask-for-role";
import type { RolePreset } from "./schema";

export type MailedRole = z.input<typeof askForRole.input>;

/** How the roles are written in the form, in lower case. */
const roleWords: Readonly<Record<string, RolePreset>> = {
  billing: "billing",
  "billing only": "billing",
  "nur abrechnung": "billing",
  support: "support",
  "support only": "support",
  "nur support": "support",
  "billing and support": "billing-support",
  "billing-support": "billing-support",
  "abrechnung und support": "billing-support",
  administrator: "administrator",
  "account administrator": "administrator",
  kontoadministrator: "administrator",
};

const labels: Readonly<Record<string, "name" | "email" | "role" | "until">> = {
  name: "name",
  email: "email",
  "e-mail": "email",
  role: "role",
  rolle: "role",
  until: "until",
  bis: "until",
};

/** What a request keeps of the sender's words. */
const MOST_KEPT = 2_000;

/**
 * The form at the beginning of a mail: Name, Email and Role, and Until if it ends, a line each. What follows is read by
 * people alone, so that text which is quoted or forwarded below asks for nothing. Null if it isn't exactly that.
 */
export function readMailedRole(text: string): MailedRole | null {
  const read = new Map<string, string>();
  for (const line of text.trimStart().split(/\r?\n/)) {
    const [, word = "", value = ""] = /^\s*([A-Za-z-]{3,10})\s*:\s*(\S.{0,300}?)\s*$/.exec(line) ?? [];
    const label = labels[word.toLowerCase()];
    if (label === undefined) break;
    if (read.has(label)) return null;
    read.set(label, value);
  }
  const [name, email, role, until] = ["name", "email", "role", "until"].map((label) => read.get(label));
  const preset = roleWords[role?.toLowerCase().replace(/\s+/g, " ") ?? ""];
  if (name === undefined || email === undefined || preset === undefined) return null;
  if (until !== undefined && !calendarDay.safeParse(until).success) return null;
  return { name, email, role: preset, endsAt: until ?? null, message: cutText(text.trim(), MOST_KEPT) };
}
