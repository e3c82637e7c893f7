import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { env } from "@/lib/config/env";
import type { ScopedDb } from "@/lib/db/scoped-db";
import { newSecretToken } from "@/lib/kernel/secret-token";
import type { Permission } from "@/lib/policy/permissions";

export interface Mail {
  readonly accountId: string | null;
  /** The notice permission that its recipient holds, or `transactional` for what concerns one person's own access. */
  readonly kind: Permission | "transactional";
  readonly to: { readonly address: string; readonly name: string };
  readonly subject: string;
  /** A template of lib/mail/templates. */
  readonly template: string;
  readonly body: ReactElement;
}

/**
 * Puts a mail into the outbox, in the transaction of the change that it tells of: no change without its mail, no mail
 * without its change. The worker sends it; its Message-ID is fixed here, so that a repeat is the same mail.
 */
export async function sendMail(db: Pick<ScopedDb, "outboxMail">, mail: Mail): Promise<void> {
  const html = await render(mail.body);
  const text = await render(mail.body, { plainText: true });
  await db.outboxMail.createMany({
    data: {
      accountId: mail.accountId,
      kind: mail.kind,
      template: mail.template,
      toAddress: mail.to.address,
      toName: mail.to.name,
      subject: mail.subject,
      html,
      text,
      messageId: `<${newSecretToken()}@${new URL(env().PORTAL_URL).hostname}>`,
    },
  });
}
