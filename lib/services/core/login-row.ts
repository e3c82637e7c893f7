import { seal } from "@/lib/platform/keys/seal";
import type { GivenLogin } from "./login-input";
import { loginSecret } from "./login-secret";

interface Place {
  readonly accountId: string;
  readonly serviceId: string;
  /** Of the row it replaces; otherwise a new one. */
  readonly id?: string;
}

/** Login details as they are stored: the secret encrypted for this row alone. */
export function loginRow({ accountId, serviceId, id = crypto.randomUUID() }: Place, login: GivenLogin) {
  const { label, username, secret, url, note } = login;
  const row = { id, accountId, serviceId };
  return {
    ...row,
    label,
    username,
    secret: seal(loginSecret, row, secret),
    url: url === "" ? null : url,
    note: note === "" ? null : note,
  };
}
