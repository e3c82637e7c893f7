import { isDeepStrictEqual } from "node:util";
import { reopenToStaff } from "@/tests/fixtures/open-to-staff";
import type { TestPortal } from "@/tests/fixtures/portal";

export type Restore = (operation: string) => Promise<void>;

/** Operations that change the shared demo data, not only what their sample created. */
const MOVES_THE_GROUND =
  /^(account|clock|looks|ownership|profile|staff-access|staff-visits|people\..*two-factor|staff\.transfer)/;

/** Remembers the demo data that samples rely on, and returns a function that restores it after a call that may have changed it. */
export async function groundOf({ owner, demo }: TestPortal): Promise<Restore> {
  const { id, ownerContactId } = demo.northwind;
  const where = { accountId: id };
  const readContacts = () =>
    owner.contact.findMany({ where, select: { id: true, limitedToServices: true, endsAt: true, email: true } });
  const readServices = () => owner.service.findMany({ where, select: { id: true, status: true, cancelledAt: true } });
  const [roles, permissions, limits, contacts, services] = await Promise.all([
    owner.contactRole.findMany({ where }),
    owner.contactPermission.findMany({ where }),
    owner.contactService.findMany({ where }),
    readContacts(),
    readServices(),
  ]);
  const { passwordHash, emailVerifiedAt } = await owner.person.findFirstOrThrow();
  const known = contacts.map((contact) => contact.id);
  const putBack = async () => {
    await owner.account.update({
      where: { id },
      data: {
        ownerContactId,
        status: "active",
        closedAt: null,
        areasOff: [],
        twoFactorFrom: null,
        staffApproval: "off",
      },
    });
    const endedAt = new Date();
    await owner.contactLook.updateMany({ where: { endedAt: null }, data: { endedAt } });
    await owner.staffAccess.updateMany({ where: { closedAt: null }, data: { closedAt: endedAt } });
    await reopenToStaff(owner);
    await owner.authenticatorApp.deleteMany();
    await owner.passkey.deleteMany();
    await owner.contactRole.deleteMany({ where: { contactId: ownerContactId } });
    await owner.contactRole.createMany({ data: roles, skipDuplicates: true });
    await owner.contactPermission.createMany({ data: permissions, skipDuplicates: true });
    await owner.contactService.createMany({ data: limits, skipDuplicates: true });
    for (const { id: contactId, ...data } of moved(contacts, await readContacts())) {
      await owner.contact.update({ where: { id: contactId }, data });
    }
    for (const { id: serviceId, ...data } of moved(services, await readServices())) {
      await owner.service.update({ where: { id: serviceId }, data });
    }
    await owner.clockShift.deleteMany();
    await owner.emailChange.deleteMany();
    await owner.person.updateMany({ data: { passwordHash, emailVerifiedAt } });
    await owner.rateLimit.deleteMany();
  };
  return async (operation) => {
    if (MOVES_THE_GROUND.test(operation)) await putBack();
    // Removes contacts created by samples: too many would make every denial slow.
    await owner.contact.updateMany({
      where: { ...where, id: { notIn: known }, status: { not: "removed" } },
      data: { status: "removed" },
    });
  };
}

/** The rows that have changed: writing all of them back after each call would take longer than the calls. */
function moved<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): T[] {
  const found = new Map(now.map((row) => [row.id, row]));
  return before.filter((row) => !isDeepStrictEqual(row, found.get(row.id)));
}
