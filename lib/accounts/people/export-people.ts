import { z } from "zod";
import type { ContactKind, Prisma } from "@/lib/platform/db/generated/client";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { localDay } from "@/lib/platform/kernel/local-day";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { departmentNames } from "@/lib/policy/departments";
import { filterPeople, peopleFilters } from "./filter-people";
import { personColumns, visiblePeople } from "./person-record";
import { presentPerson } from "./present-person";

const { q, standing } = peopleFilters;

/** The contact list as a file: everyone the viewer sees in the two lists. */
export const exportPeople = defineDownload({
  name: "people.export",
  permission: "people.export",
  scope: "account",
  alsoChecks: ["people.members.view-details"],
  summary: "Download the contact list as CSV",
  activity: "export contacts",
  input: z.object({ q, standing }),
  http: { method: "GET", path: "/accounts/{accountId}/exports/people", file: "text/csv" },
  replica: true,
  logged: () => ({ summary: say("Exported the contact list") }),
  run: async (context, asked) => {
    const filters = {
      member: visiblePeople(context, "member", await filterPeople(context, "member", asked)),
      nonMember: visiblePeople(context, "nonMember", await filterPeople(context, "nonMember", asked)),
    };
    const day = localDay(context.realNow, context.actor.timeZone);
    return csvFile(
      `people-${context.account.number}-${day}`,
      header.map((name) => t(name)),
      linesOf(context, filters),
    );
  },
});

const header = [
  msg("Name"),
  msg("Kind"),
  msg("Status"),
  msg("Email"),
  msg("Verified"),
  msg("Job title"),
  msg("Roles"),
  msg("Individual permissions"),
  msg("Notifications"),
  msg("Limited to services"),
  msg("No tickets of departments"),
  msg("End date (UTC)"),
  msg("Added (UTC)"),
];

const kinds = { member: msg("Member"), nonMember: msg("Notification-only") } as const;

/** Members, then notification-only contacts, each by name. */
async function* linesOf(context: Context, filters: Record<ContactKind, Prisma.ContactWhereInput>) {
  for (const kind of ["member", "nonMember"] as const) {
    const batches = inBatches({ by: "name", direction: "asc" }, ({ beyond, take }) =>
      context.db.contact.findMany({
        where: { AND: [filters[kind], beyond] },
        select: personColumns,
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take,
      }),
    );
    for await (const rows of batches) yield rows.map((row) => lineOf(context, kind, row));
  }
}

function lineOf(context: Context, kind: ContactKind, row: Parameters<typeof presentPerson>[1]) {
  const { name, standing, details } = presentPerson(context, row);
  if (details === null)
    return [name, t(kinds[kind]), standing, ...header.slice(3, -1).map(() => null), iso(row.createdAt)];
  return [
    name,
    t(kinds[kind]),
    standing,
    details.email,
    details.emailVerified,
    details.jobTitle,
    details.roles.map((role) => role.name).join(", "),
    details.singlePermissions,
    details.notices.join(", "),
    details.limitedToServices,
    row.departmentsOff.map((department) => t(departmentNames[department])).join(", "),
    details.endsAt,
    iso(row.createdAt),
  ];
}
