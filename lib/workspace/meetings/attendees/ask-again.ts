import type { Context } from "@/lib/platform/operations/operation";

/**
 * A meeting has been moved: nobody has answered yet, and what they had answered is kept as that. Whoever moved it keeps
 * their answer. The meeting is locked.
 */
export async function askAgain({ db, account, actor }: Context<"account">, meetingId: string): Promise<void> {
  for (const answer of ["accepted", "apologies"] as const) {
    await db.meetingInvitation.updateMany({
      where: { accountId: account.id, meetingId, answer, contactId: { not: actor.contactId ?? account.id } },
      data: { answer: "none", answeredAt: null, earlierAnswer: answer },
    });
  }
}
