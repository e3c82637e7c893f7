import type { z } from "zod";
import { updateSeller } from "@/lib/billing/accounting/update-seller";
import { logIdentity } from "@/lib/identity/sign-in/identity-log";
import { openSession } from "@/lib/identity/sign-in/open-session";
import type { Visitor } from "@/lib/identity/sign-in/visitor";
import { defaultBrand } from "@/lib/platform/brand/read-brand";
import { isCheckViolation } from "@/lib/platform/db/check-violation";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { teamIsEmpty } from "@/lib/platform/db/team-is-empty";
import { asIdentity } from "@/lib/platform/db/transaction";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { refuseWeakPassword } from "@/lib/platform/kernel/new-password";
import { hashPassword } from "@/lib/platform/kernel/password-hash";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { execute } from "@/lib/platform/operations/execute";
import { updateBrand } from "@/lib/staff/brand/update-brand";
import type { managerInput, sellerInput } from "./schema";
import { consumeSetupToken } from "./setup-token";

interface FirstRun {
  readonly manager: z.output<typeof managerInput>;
  /** Null if they choose it later, with a link. */
  readonly password: string | null;
  /** Null if it is left for the billing setup page. */
  readonly seller: z.output<typeof sellerInput> | null;
  /** The link it came through. Null from a command on the portal's own machine. */
  readonly token: string | null;
}

/**
 * Sets up an empty portal: its first manager and, as that manager, the seller. Returns a session of theirs. However many
 * try at once, one succeeds: the others get `conflict`, and nothing of theirs is written.
 */
export async function setUp({ manager, password, seller, token }: FirstRun, visitor: Visitor): Promise<string> {
  if (password !== null) refuseWeakPassword("newPassword", password, manager);
  const passwordHash = password === null ? null : await hashPassword(password);
  const session = await asIdentity(async (db) => {
    if (!(await teamIsEmpty(db))) throw alreadySetUp();
    if (token !== null) await consumeSetupToken(db, token);
    const personId = await addManager(db, { ...manager, passwordHash });
    const person = { id: personId, name: manager.name };
    const summary = say("Set up the portal as its first manager");
    await logIdentity(db, { act: "identity.set-up", summary, person, ip: visitor.ip });
    return openSession(db, personId, visitor);
  });
  if (seller !== null) await saveSeller(session, seller, visitor);
  return session;
}

const alreadySetUp = () =>
  new Problem("conflict", t("This portal is already set up. Ask a manager to add you to the team."));

async function addManager(
  db: ScopedDb,
  person: { readonly name: string; readonly email: string; readonly passwordHash: string | null },
): Promise<string> {
  const personId = crypto.randomUUID();
  try {
    await db.person.createMany({ data: { id: personId, emailVerifiedAt: new Date(), ...person } });
    await db.staffMember.createMany({ data: { personId, jobTitle: t("Manager"), roles: ["manager"] } });
  } catch (error) {
    if (!isUniqueViolation(error) && !isCheckViolation(error)) throw error;
    throw invalidField("email", t("This address belongs to a customer's contact. Use another one for the manager."));
  }
  return personId;
}

/** By the operation of the billing setup page. The company is then also what the portal is called, unless its settings say. */
async function saveSeller(session: string, seller: z.output<typeof sellerInput>, { ip }: Visitor): Promise<void> {
  const caller = { credential: { by: "session", hash: hashToken(session) }, via: "form", ip } as const;
  const { company, ...details } = seller;
  await execute(caller, null, updateSeller, { ...details, name: company });
  const { success: fits } = updateBrand.input.shape.name.safeParse(company);
  if (fits && !defaultBrand().isOwn) await execute(caller, null, updateBrand, { name: company });
}
