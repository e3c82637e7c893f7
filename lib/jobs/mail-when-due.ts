import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { Moment } from "@/lib/platform/kernel/moment";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import type { MailTransport } from "@/lib/platform/mail/mail-transport";
import { oneAtATime } from "./one-at-a-time";

/** Sends what is due, one run at a time. Connections of a run that wait for more to send are woken by each call. */
export function mailWhenDue(transport: MailTransport | null, stopping: () => boolean): () => Promise<void> {
  const more = new Moment();
  const deliver = oneAtATime(() => deliverMail(transport, isStillWanted, { stopping, more }));
  return () => {
    more.happens();
    return deliver();
  };
}
