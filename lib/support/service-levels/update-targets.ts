import { z } from "zod";
import { version } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { department, ticketPriority } from "@/lib/support/tickets/schema";
import { readCalendar } from "./read-calendar";
import { saveCalendar } from "./save-calendar";

/** Six weeks of forty hours are ten times as long as any promise that is made. */
const MOST_HOURS = 2_000;

const hours = z
  .number()
  .min(0.1, issue("Enter at least 0.1 hours, or leave it empty."))
  .max(MOST_HOURS, issue("Enter at most 2,000 hours."))
  .optional()
  .describe("Business hours; left out without a target");

const input = z.object({
  levels: z
    .array(z.object({ department, priority: ticketPriority, firstResponseHours: hours, resolutionHours: hours }))
    .max(department.options.length * ticketPriority.options.length),
  version: version.or(z.literal(0)),
});

/** Changes how soon tickets are answered and resolved. The due times of open tickets are computed anew. */
export const updateTargets = defineCommand({
  name: "service-levels.update-targets",
  permission: "staff.desk.manage",
  scope: "staff",
  summary: "Change the targets of the support desk",
  activity: "change service levels",
  input,
  output: z.object({ version: z.int() }),
  http: { method: "PUT", path: "/staff/service-levels" },
  run: async ({ db }, { levels, version: seen }) => {
    const { timeZone, week, version: now } = await readCalendar(db);
    if (now !== seen) throw staleVersion();
    await saveCalendar(db, seen, {
      timeZone,
      opens: week.map(({ opens }) => opens),
      closes: week.map(({ closes }) => closes),
    });
    await db.serviceLevel.deleteMany();
    await db.serviceLevel.createMany({
      data: levels.map(({ firstResponseHours, resolutionHours, ...of }) => ({
        ...of,
        firstResponseMinutes: minutes(firstResponseHours),
        resolutionMinutes: minutes(resolutionHours),
      })),
    });
    return {
      output: { version: seen + 1 },
      audit: {
        summary: say("Changed the service levels of the support desk"),
        target: { type: "supportCalendar", id: "1" },
        details: { levels },
      },
    };
  },
});

const minutes = (hours: number | undefined): number | null => (hours === undefined ? null : Math.round(hours * 60));
