import { z } from "zod";
import { version } from "@/lib/platform/kernel/ids";
import { isLocale } from "@/lib/platform/kernel/locales";
import { personName } from "@/lib/platform/kernel/person-name";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Changes the name and the format of dates and numbers. Accounts that show the old name get the new one; a different name
 * on an account is kept. Throws `conflict` for an outdated version.
 */
export const updateOwnProfile = defineCommand({
  name: "profile.update",
  permission: "profile.manage",
  scope: "self",
  summary: "Change your name, locale and time zone",
  activity: "change the profile",
  input: z.object({
    name: personName,
    locale: z.string().refine(isLocale, issue("Unknown language or region. Choose one from the list.")),
    timeZone: z.string().refine(isTimeZone, issue("Unknown time zone. Choose one from the list.")),
    version,
  }),
  output: z.object({ version: z.int() }),
  http: { method: "PATCH", path: "/me" },
  run: async ({ db, actor }, { version: seen, ...data }) => {
    const { count } = await db.person.updateMany({
      where: { id: actor.personId, version: seen },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return { output: { version: seen + 1 }, audit: { summary: say("Updated their profile") } };
  },
});
