import type { Context } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";

/** More than somebody needs who looks things up, and too few to copy what a large account has. */
const REVEALS: Limit = { name: "reveal", points: 60, seconds: 3600 };

/** Counts one reveal before it is made. Throws `too-many`. */
export const countReveal = ({ actor }: Context): Promise<void> => consume(REVEALS, actor.personId);

interface Revealed {
  readonly serviceId: string;
  readonly labels: readonly string[];
  readonly byLink: boolean;
}

/** Keeps who saw which login details, in the transaction that shows them. */
export async function noteReveal(context: Context<"account">, { serviceId, labels, byLink }: Revealed): Promise<void> {
  const { db, account, actor, realNow } = context;
  const { contactId, name: contactName } = actor;
  if (contactId === null) return;
  await db.credentialReveal.createMany({
    data: labels.map((label) => ({
      accountId: account.id,
      serviceId,
      contactId,
      contactName,
      label,
      byLink,
      at: realNow,
    })),
  });
}
