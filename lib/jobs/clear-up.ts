import { forgetEvents } from "@/lib/accounts/retention/forget-events";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import { say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";

/** A draft that nobody has typed at for this long. */
const DRAFT_DAYS = 90;

/**
 * Deletes expired records. Readers already reject them, so nothing here is urgent: expired tokens stay for a month, so
 * that people who use one too late see that it has expired.
 */
export async function clearUp(now: Date): Promise<void> {
  const monthAgo = addDays(now, -30);
  await asWorker(async (db) => {
    await withdrawOldOffers(db, now);
    await expireRoleRequests(db, now);
    await db.invitation.deleteMany({ where: { acceptedAt: null, expiresAt: { lt: monthAgo } } });
    await db.setupToken.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
    await db.passwordReset.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
    await db.credentialLink.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
    await db.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
    await db.pendingSignIn.deleteMany({ where: { expiresAt: { lt: addDays(now, -1) } } });
    await db.authenticatorApp.deleteMany({ where: { confirmedAt: null, createdAt: { lt: addDays(now, -1) } } });
    await db.emailChange.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
    await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: monthAgo } }, { revokedAt: { lt: monthAgo } }] } });
    await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: addDays(now, -7) } } });
    await db.ticketLook.deleteMany({ where: { seenAt: { lt: addDays(now, -1) } } });
    await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } });
    await db.accountImport.deleteMany({ where: { createdAt: { lt: addDays(now, -90) } } });
    const done = { in: ["sent" as const, "kept" as const, "failed" as const] };
    await db.monthRun.deleteMany({ where: { startedAt: { lt: addDays(now, -180) } } });
    await db.ticketDraft.deleteMany({ where: { updatedAt: { lt: addDays(now, -DRAFT_DAYS) } } });
    await db.notification.deleteMany({ where: { createdAt: { lt: addDays(now, -90) } } });
    await db.export.deleteMany({ where: { expiresAt: { lt: now } } });
    await db.outboxMail.deleteMany({ where: { status: done, createdAt: { lt: addDays(now, -180) } } });
  });
  // Those of accounts are deleted by a job of their own.
  await forgetEvents(null);
}

/** Expires ownership offers that were not answered in time, and logs it. */
async function withdrawOldOffers(db: ScopedDb, now: Date): Promise<void> {
  const over = { status: "offered" as const, expiresAt: { lt: now } };
  const { name: actorName } = await currentBrand();
  const offers = await db.ownershipTransfer.findMany({ where: over, select: { id: true, accountId: true } });
  for (const { id, accountId } of offers) {
    const { count } = await db.ownershipTransfer.updateMany({
      where: { id, ...over },
      data: { status: "withdrawn", decidedAt: now },
    });
    if (count === 0) continue;
    await db.auditEvent.createMany({
      data: {
        accountId,
        actorName,
        via: "system",
        operation: "worker.clear-up",
        permission: "account.ownership.transfer",
        outcome: "done",
        ...stored(say("Ownership transfer expired without being accepted")),
        targetType: "ownershipTransfer",
        targetId: id,
        requestId: currentRequestId(),
      },
    });
  }
}

/** Ends role requests that were not approved or applied in time. They count as expired before that. */
async function expireRoleRequests(db: ScopedDb, now: Date): Promise<void> {
  await db.roleRequest.updateMany({
    where: { status: { in: ["waiting", "approved"] }, expiresAt: { lt: now } },
    data: { status: "expired", version: { increment: 1 } },
  });
}
