import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { departments } from "@/lib/policy/departments";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";

/** The roles that can be assigned and removed. Ownership is transferred instead. */
export const givenRoles = ["administrator", "billing", "support"] as const;
export const givenRole = z.enum(givenRoles);

/** An end date: a timestamp, or a date, meaning its last moment in the actor's time zone. Null is no end date. */
export const endInput = z
  .union([z.iso.datetime(), z.iso.date()], { error: issue("Choose a date.") })
  .nullable()
  .describe("A UTC timestamp, or a date (YYYY-MM-DD) whose end counts; null for no end date");

const override = z.strictObject({
  permission: z.enum(permissionKeys as readonly [Permission, ...Permission[]]),
  effect: z.enum(["on", "off"]),
  endsAt: endInput.default(null),
});

/** The same as one string, for form controls: `on billing.invoices.pay until 2026-03-31`. */
const overrideText = z
  .string()
  .regex(/^(on|off) [a-z.-]+( until \S+)?$/, issue("Use the format: on billing.invoices.pay until 2026-03-31"))
  .transform((text) => {
    const [effect, permission, , endsAt = null] = text.split(" ");
    // The next schema validates the effect and the permission.
    return { effect, permission, endsAt } as z.input<typeof override>;
  })
  .pipe(override);

const roles = z.array(givenRole).max(10);
const overrides = z.array(z.union([override, overrideText])).max(300);
const roleEnds = z
  .strictObject({ administrator: endInput.optional(), billing: endInput.optional(), support: endInput.optional() })
  .default({})
  .describe("End dates of individual roles, by role");
const overridesEndAt = endInput.default(null).describe("Default end date for newly added individual permissions");
const limitedToServices = z.boolean().describe("Whether service permissions apply only to `serviceIds`");
const departmentsOff = z
  .array(z.enum(departments))
  .max(departments.length)
  .default([])
  .describe("Departments of support whose tickets they have no access to");
const serviceIds = z.array(id).max(2000).default([]);

/** A contact's complete access, as a change sends it: anything left out is removed. */
export const accessInput = {
  roles,
  roleEnds,
  overrides,
  overridesEndAt,
  limitedToServices,
  serviceIds,
  departmentsOff,
  endsAt: endInput,
};

/** The same for a new contact, where everything is optional. */
export const newAccessInput = {
  ...accessInput,
  roles: roles.default([]),
  overrides: overrides.default([]),
  limitedToServices: limitedToServices.default(false),
  endsAt: endInput.default(null),
};

const access = z.object(newAccessInput);
export type AccessInput = z.output<typeof access>;
