import type { TestPortal } from "../support/portal";

export type Restore = (operation: string) => Promise<void>;

/** Operations that change the ground itself, and not only what their sample made. */
const MOVES_THE_GROUND = /^(account|clock|ownership|profile|staff\.transfer)/;

/** Remembers the ground that samples stand on; the answer puts it back after a call that may have moved it. */
export async function groundOf({ owner, demo }: TestPortal): Promise<Restore> {
  const { id, ownerContactId } = demo.northwind;
  const where = { accountId: id };
  const [roles, permissions, limits, contacts, running] = await Promise.all([
    owner.contactRole.findMany({ where }),
    owner.contactPermission.findMany({ where }),
    owner.contactService.findMany({ where }),
    owner.contact.findMany({ where }),
    owner.service.findMany({ where: { ...where, status: { not: "cancelled" } } }),
  ]);
  const { passwordHash, emailVerifiedAt } = await owner.person.findFirstOrThrow();
  const known = contacts.map((contact) => contact.id);
  const putBack = async () => {
    await owner.account.update({
      where: { id },
      data: { ownerContactId, status: "active", closedAt: null, areasOff: [] },
    });
    await owner.contactRole.deleteMany({ where: { contactId: ownerContactId } });
    await owner.contactRole.createMany({ data: roles, skipDuplicates: true });
    await owner.contactPermission.createMany({ data: permissions, skipDuplicates: true });
    await owner.contactService.createMany({ data: limits, skipDuplicates: true });
    for (const { id: contactId, limitedToServices, endsAt, email } of contacts) {
      await owner.contact.update({ where: { id: contactId }, data: { limitedToServices, endsAt, email } });
    }
    for (const { id: serviceId, status } of running) {
      await owner.service.update({ where: { id: serviceId }, data: { status, cancelledAt: null } });
    }
    await owner.clockShift.deleteMany();
    await owner.emailChange.deleteMany();
    await owner.person.updateMany({ data: { passwordHash, emailVerifiedAt } });
    await owner.rateLimit.deleteMany();
  };
  return async (operation) => {
    if (MOVES_THE_GROUND.test(operation)) await putBack();
    // Whoever a sample brought is off the account again: a crowd there would make every refusal slow.
    await owner.contact.updateMany({ where: { ...where, id: { notIn: known } }, data: { status: "removed" } });
  };
}
