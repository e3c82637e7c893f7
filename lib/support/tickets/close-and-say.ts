import { type Said, say } from "@/lib/platform/language/say";
import type { Context } from "@/lib/platform/operations/operation";
import { changeStatus, type StatusChange } from "./change-status";
import { sendOwnWaiting } from "./send-own-waiting";

/** Closes a ticket after the replies of the viewer that still wait, which would open it again. Throws what `changeStatus` throws. */
export async function closeAndSay(
  context: Context<"account">,
  ticketId: string,
): Promise<StatusChange & { readonly summary: Said }> {
  const replied = await sendOwnWaiting(context, ticketId);
  const change = await changeStatus(context, ticketId, "close");
  const { number } = change.ticket;
  const summary = replied
    ? say("Replied to ticket #{number} and closed it", { number })
    : say("Closed ticket #{number}", { number });
  return { ...change, summary };
}
