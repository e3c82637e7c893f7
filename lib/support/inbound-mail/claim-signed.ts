import { lockName } from "@/lib/platform/db/lock-name";
import { asWorker } from "@/lib/platform/db/transaction";
import { say } from "@/lib/platform/language/say";
import type { ClaimedInbound } from "./claim-inbound";
import type { End } from "./verdict";

/**
 * Takes a signed mail for being acted on, unless another copy of it has been. Its signature doesn't say how often it was sent: whoever
 * got it can add a line to its header and send it again, and each copy would be a reply of its own. A copy that comes to
 * nothing gives it free.
 */
export const claimSigned = ({ id, claimedAt }: ClaimedInbound, signedKey: string): Promise<End | null> =>
  asWorker(async (db) => {
    await lockName(db, "inbound mail");
    const other = await db.inboundMail.findFirst({
      where: { signedKey, id: { not: id } },
      select: { envelopeTo: true },
    });
    if (other === null) {
      await db.inboundMail.updateMany({ where: { id, claimedAt }, data: { signedKey } });
      return null;
    }
    const why = say("The same email to {address} arrived before.", { address: other.envelopeTo });
    return { outcome: "duplicate", why };
  });
