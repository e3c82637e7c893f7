import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";

/** The roles that can be assigned and removed. Ownership is transferred instead. */
export const givenRoles = ["administrator", "billing", "support"] as const;
export const givenRole = z.enum(givenRoles);

/** When something ends: an instant, or a day, which is its last moment in the zone of whoever asks. Null is never. */
export const endInput = z
  .union([z.iso.datetime(), z.iso.date()], { error: "Choose a date." })
  .nullable()
  .describe("A UTC timestamp, or a date (YYYY-MM-DD) whose end counts; null for no end date");

const override = z.strictObject({
  permission: z.enum(permissionKeys as readonly [Permission, ...Permission[]]),
  effect: z.enum(["on", "off"]),
  endsAt: endInput.default(null),
});

/** The same in one text, for the controls of a form: `on billing.invoices.pay until 2026-03-31`. */
const overrideText = z
  .string()
  .regex(/^(on|off) [a-z.-]+( until \S+)?$/, "Use the format: on billing.invoices.pay until 2026-03-31")
  .transform((text) => {
    const [effect, permission, , endsAt = null] = text.split(" ");
    // Whether these are an effect and a permission is for the next schema to say.
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
const serviceIds = z.array(id).max(2000).default([]);

/** The whole of a contact's access, as a change sends it: what is left out of a list is taken away. */
export const accessInput = {
  roles,
  roleEnds,
  overrides,
  overridesEndAt,
  limitedToServices,
  serviceIds,
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
