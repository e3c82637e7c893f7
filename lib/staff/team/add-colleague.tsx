import { z } from "zod";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import { isCheckViolation } from "@/lib/platform/db/check-violation";
import { customerAccounts } from "@/lib/platform/db/customer-accounts";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id } from "@/lib/platform/kernel/ids";
import { listed } from "@/lib/platform/kernel/listed";
import { personName } from "@/lib/platform/kernel/person-name";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { defineCommand } from "@/lib/platform/operations/operation";
import type { StaffRole } from "@/lib/policy/roles";
import { rolesInWords, saidRoles } from "@/lib/staff/core/roles-in-words";
import { jobTitle, staffRoles } from "@/lib/staff/core/schema";
import { TeamWelcomeMail } from "@/lib/staff/team/mail/team-welcome";

/** Adds a team member: a new person, who then sets a password, or one who can already sign in. */
export const addColleague = defineCommand({
  name: "staff.add-colleague",
  permission: "staff.team.manage",
  scope: "staff",
  summary: "Add a team member with staff roles",
  activity: "add a team member",
  stepUp: "with-factor",
  once: true,
  input: z.object({ name: personName, email: emailAddress, jobTitle, roles: staffRoles }),
  output: z.object({ personId: id }),
  http: { method: "POST", path: "/staff/team", status: 201 },
  run: async ({ db, actor }, { name, email, jobTitle, roles }) => {
    const person = await joined(() => join(db, { name, email, jobTitle, roles, locale: actor.locale }));
    const { PORTAL_URL } = env();
    const { name: company } = await currentBrand();
    await sendMail(db, {
      accountId: null,
      kind: "people",
      to: { address: email, name: person.name, locale: person.locale },
      subject: () => t("You've been added to the {company} team", { company }),
      template: "team-welcome",
      about: null,
      awaited: true,
      body: () => (
        <TeamWelcomeMail
          {...{
            name: person.name,
            email,
            roles: rolesInWords(roles),
            addedBy: actor.name,
            needsPassword: person.isNew,
          }}
          href={`${PORTAL_URL}/${person.isNew ? "forgot-password" : "staff"}`}
        />
      ),
    });
    return {
      output: { personId: person.id },
      audit: {
        summary: say("Added {name} to the team as {roles}", { name: person.name, roles: saidRoles(roles) }),
        target: { type: "person", id: person.id },
        details: { email, roles },
      },
    };
  },
});

/** Throws `conflict` if they signed up or became a customer's contact in the meantime. */
async function joined<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error) && !isCheckViolation(error)) throw error;
    throw new Problem("conflict", t("This person just signed up or joined the team. Reload and try again."));
  }
}

interface Joining {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly roles: StaffRole[];
  /** Of whoever adds them, for a new person. */
  readonly locale: string;
}

async function join(db: ScopedDb, { jobTitle, roles, ...given }: Joining) {
  const person = await personFor(db, given);
  await refuseCustomers(db, person.name, given.email, person.id);
  await db.staffMember.createMany({ data: { personId: person.id, jobTitle, roles } });
  return person;
}

/** Staff access accounts as staff only, so a new team member must have no access or invitation as a contact. */
async function refuseCustomers(db: ScopedDb, name: string, email: string, personId: string): Promise<void> {
  const accounts = await customerAccounts(db, email, personId);
  if (accounts.length === 0) return;
  const where = listed(accounts);
  throw invalidField(
    "email",
    t(
      "{name} has access to {where}, or an invitation to it, as a customer. Have them removed there first, or use a different email address.",
      { name, where },
    ),
  );
}

/**
 * The person with this address, or a new one. A login with an unconfirmed address could belong to someone else, so it
 * can't join the team.
 */
async function personFor(db: ScopedDb, { name, email, locale }: Pick<Joining, "name" | "email" | "locale">) {
  const found = await db.person.findUnique({
    where: { email },
    select: known,
  });
  if (found === null) {
    const personId = crypto.randomUUID();
    await db.person.createMany({ data: { id: personId, name, email, locale } });
    return { id: personId, name, locale, isNew: true };
  }
  if (found.staff !== null) throw invalidField("email", t("{name} is already on the team.", { name: found.name }));
  if (found.suspendedAt !== null) throw invalidField("email", t("{name}'s login is suspended.", { name: found.name }));
  if (found.emailVerifiedAt === null) {
    throw invalidField(
      "email",
      t("{name} must sign in to the portal and confirm this address first.", { name: found.name }),
    );
  }
  return { id: found.id, name: found.name, locale: found.locale, isNew: false };
}

const known = {
  id: true,
  name: true,
  locale: true,
  emailVerifiedAt: true,
  suspendedAt: true,
  staff: { select: { personId: true } },
} as const;
