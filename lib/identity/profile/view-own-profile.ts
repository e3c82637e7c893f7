import { z } from "zod";
import { profileSchema } from "@/lib/identity/core/schema";
import { iso } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";

export const viewOwnProfile = defineQuery({
  name: "profile.view",
  permission: "profile.manage",
  scope: "self",
  summary: "View your profile",
  activity: "view the profile",
  input: z.object({}),
  output: profileSchema,
  http: { method: "GET", path: "/me" },
  run: async ({ db, actor, realNow: now }) => {
    const { emailVerifiedAt, emailChanges, ...person } = await db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: {
        name: true,
        email: true,
        emailVerifiedAt: true,
        locale: true,
        timeZone: true,
        version: true,
        emailChanges: {
          where: { doneAt: null, expiresAt: { gt: now } },
          select: { newEmail: true, oldConfirmedAt: true, newConfirmedAt: true, expiresAt: true },
        },
      },
    });
    return {
      ...person,
      emailVerified: emailVerifiedAt !== null,
      emailChange: emailChanges[0] ? toEmailChange(emailChanges[0]) : null,
    };
  },
});

interface ChangeRow {
  newEmail: string;
  oldConfirmedAt: Date | null;
  newConfirmedAt: Date | null;
  expiresAt: Date;
}

const toEmailChange = ({ newEmail, oldConfirmedAt, newConfirmedAt, expiresAt }: ChangeRow) => ({
  newEmail,
  oldConfirmed: oldConfirmedAt !== null,
  newConfirmed: newConfirmedAt !== null,
  expiresAt: iso(expiresAt),
});
