import { Problem } from "@/lib/platform/kernel/problem";
import { UnreadableSecret } from "@/lib/platform/keys/unreadable-secret";
import { unseal } from "@/lib/platform/keys/unseal";
import { t } from "@/lib/platform/language/t";
import { log } from "@/lib/platform/logging/log";
import { loginSecret } from "@/lib/services/core/login-secret";

export const loginColumns = {
  id: true,
  accountId: true,
  serviceId: true,
  label: true,
  username: true,
  secret: true,
  url: true,
  note: true,
} as const;

interface LoginRow {
  readonly id: string;
  readonly accountId: string;
  readonly serviceId: string;
  readonly label: string;
  readonly username: string;
  readonly secret: string;
  readonly url: string | null;
  readonly note: string | null;
}

/** The row as it is shown. A `conflict` Problem if its secret can't be decrypted; the log then says why. */
export function openLogin({ label, username, secret, url, note, ...row }: LoginRow) {
  try {
    return { label, username, secret: unseal(loginSecret, row, secret).toString("utf8"), url, note };
  } catch (error) {
    if (!(error instanceof UnreadableSecret)) throw error;
    log().error({ credentialId: row.id, reason: error.message }, "credentials can't be decrypted");
    throw new Problem(
      "conflict",
      t("The {label} credentials can't be decrypted any more. Open a ticket and ask for new ones.", { label }),
      {},
      { cause: error },
    );
  }
}
