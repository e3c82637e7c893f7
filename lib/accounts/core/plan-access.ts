import { addMonths } from "@/lib/platform/kernel/dates";
import { endOfDay } from "@/lib/platform/kernel/day-in-zone";
import { localDay } from "@/lib/platform/kernel/local-day";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import type { Context } from "@/lib/platform/operations/operation";
import type { AccessPlan } from "@/lib/policy/access-plan";
import type { Subject } from "@/lib/policy/viewer";
import type { AccessInput } from "./access-schema";

/**
 * Turns input into a plan for the permission library: dates become timestamps in the actor's time zone, services are
 * looked up. `before` is the contact's current access, null for a new contact.
 * Throws `invalid` for past end dates, services the actor can't see, and contradictions.
 */
export async function planAccess(context: Context, asked: AccessInput, before: Subject | null): Promise<AccessPlan> {
  const roles = [...new Set(asked.roles)].map((role) => {
    const held = before?.roles.find((one) => one.role === role)?.endsAt;
    return { role, endsAt: readEnd(context, `roleEnds.${role}`, asked.roleEnds[role] ?? null, held) };
  });
  return {
    roles,
    overrides: planOverrides(context, asked, before),
    // They end by themselves, or are ended one by one.
    recordGrants: before?.recordGrants ?? [],
    serviceLimit: asked.limitedToServices ? await chosenServices(context, asked.serviceIds) : null,
    departmentsOff: [...new Set(asked.departmentsOff)],
    endsAt: readEnd(context, "endsAt", asked.endsAt, before?.gates.contactEndsAt),
  };
}

/**
 * An end date as a timestamp. If the date matches the stored timestamp, that is kept, so that submitting an unchanged
 * form changes nothing. A past end date can be kept but not set.
 */
export function readEnd(context: Context, field: string, asked: string | null, held: Date | null = null): Date | null {
  if (asked === null) return null;
  const { timeZone } = context.actor;
  const isDay = !asked.includes("T");
  if (held && (isDay ? localDay(held, timeZone) === asked : held.getTime() === Date.parse(asked))) return held;
  const end = isDay ? new Date(endOfDay(asked, timeZone).getTime() - 1) : new Date(asked);
  if (end <= context.realNow) throw invalidField(field, t("Choose a date that isn't in the past."));
  if (end > addMonths(context.realNow, 1200)) throw invalidField(field, t("Choose a date within the next 100 years."));
  return end;
}

function planOverrides(context: Context, asked: AccessInput, before: Subject | null): AccessPlan["overrides"] {
  const seen = new Set<string>();
  const planned = asked.overrides.map(({ permission, effect, endsAt }) => {
    if (seen.has(permission)) throw invalidField("overrides", t("“{permission}” is listed twice.", { permission }));
    seen.add(permission);
    const held = before?.overrides.find((one) => one.permission === permission && one.effect === effect);
    const end = endsAt ?? (held ? null : asked.overridesEndAt);
    return { permission, effect, endsAt: readEnd(context, endsAt ? "overrides" : "overridesEndAt", end, held?.endsAt) };
  });
  // Nobody is shown these, so that a list without them does not mean to take them away.
  const unseen = (before?.overrides ?? []).filter(({ permission }) => !isOffered(permission) && !seen.has(permission));
  return [...planned, ...unseen];
}

async function chosenServices(context: Context, asked: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(asked)];
  if (wanted.length === 0) throw invalidField("serviceIds", t("Choose at least one service, or allow all services."));
  const where = accessibleWhere(context, "services.view", { id: { in: wanted } });
  const found = await context.db.service.findMany({ where, select: { id: true } });
  if (found.length < wanted.length) throw invalidField("serviceIds", t("Service not found on this account."));
  return wanted;
}
