import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";

/** One set of login details, as it is shown once. */
export const revealedLogin = z.object({
  label: z.string(),
  username: z.string(),
  secret: z.string(),
  url: z.string().nullable(),
  note: z.string().nullable(),
});

const serviceName = z.object({ id, name: z.string() });

/** As it is in the address. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

/** How a link stands. `replaced`: newer credentials or a newer link took its place, or the person's access changed. */
export const linkState = z.enum(["open", "used", "expired", "replaced"]);

/** What staff see: which login details there are, and who was sent a link to them. */
/** Sets of credentials of one service. */
export const MOST_OF_A_SERVICE = 20;

/** Reveals that are listed at a time. */
export const MOST_REVEALS = 25;

export const enteredLogins = z.object({
  service: serviceName,
  items: z
    .array(z.object({ id, label: z.string(), replacedAt: isoDateTime.nullable(), version }))
    .max(MOST_OF_A_SERVICE),
  hasRoom: z.boolean().describe("False if no more can be added"),
  links: z
    .array(z.object({ id, contactName: z.string(), sentAt: isoDateTime, state: linkState, expiresAt: isoDateTime }))
    .describe("The latest, newest first"),
});

export const savedLogin = z.object({ id, label: z.string(), version });

export const loginReveals = z.object({
  items: z
    .array(
      z.object({
        id,
        at: isoDateTime,
        contactName: z.string(),
        label: z.string(),
        byLink: z.boolean().describe("With the link from an email"),
      }),
    )
    .max(MOST_REVEALS)
    .describe("The latest 25, newest first"),
  hasMore: z.boolean().describe("Earlier ones are in the activity log"),
});

export const loginLink = z.object({
  service: serviceName,
  state: z.enum([...linkState.options, "someone-else's"]),
  expiresAt: isoDateTime,
});

export const revealedLogins = z.object({ service: serviceName, logins: z.array(revealedLogin) });

export type RevealedLogin = z.infer<typeof revealedLogin>;
export type RevealedLogins = z.infer<typeof revealedLogins>;
export type EnteredLogins = z.infer<typeof enteredLogins>;
export type LoginReveals = z.infer<typeof loginReveals>;
export type LoginLink = z.infer<typeof loginLink>;
export type LinkState = z.infer<typeof linkState>;
