import { z } from "zod";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { MOST_LOGINS } from "./schema";

const text = (max: number, tooLong: Sentence) =>
  z
    .string()
    .max(max, { error: () => t(tooLong, { max }) })
    .default("");

/** Login details as staff enter them. */
export const loginFields = {
  label: text(80, msg("A label can have up to {max} characters.")).overwrite(oneLine),
  username: text(200, msg("A username can have up to {max} characters.")).overwrite(oneLine),
  secret: text(10_000, msg("A password or key can have up to {max} characters.")),
  url: text(500, msg("A URL can have up to {max} characters.")).overwrite(oneLine),
  note: text(1_000, msg("A note can have up to {max} characters.")).describe(
    "Shown with the secret, when it is revealed",
  ),
};

const login = z.object(loginFields);

/** Several of them. Empty rows are left out. */
export const loginsInput = z
  .array(login)
  .max(MOST_LOGINS, { error: () => t("Enter up to {max} sets of credentials.", { max: MOST_LOGINS }) })
  .default([]);

export type GivenLogin = z.output<typeof login>;

/** Throws an `invalid` Problem at the first missing field. */
export function givenLogins(logins: readonly GivenLogin[], hasLogin: boolean): GivenLogin[] {
  const given = logins
    .map((one, index) => ({ one, at: `logins.${index}.` }))
    .filter(({ one }) => Object.values(one).some((value) => value !== ""));
  if (given.length === 0 && hasLogin) throw invalidField("logins.0.label", t("Enter the credentials for the service."));
  return given.map(({ one, at }) => completeLogin(one, at));
}

/** The same for one, whose fields' names begin with `at`. */
export function completeLogin(one: GivenLogin, at = ""): GivenLogin {
  if (one.label === "") throw invalidField(`${at}label`, t("Enter a label, such as SSH."));
  if (one.username === "") throw invalidField(`${at}username`, t("Enter the username."));
  if (one.secret === "") throw invalidField(`${at}secret`, t("Enter the password or key."));
  if (one.url !== "" && !isPlace(one.url)) throw invalidField(`${at}url`, t("Enter a full URL, including https://."));
  return one;
}

/** Where one signs in to a server or a service. A browser or a mail program may make a link of it, so nothing that runs. */
const places: ReadonlySet<string | undefined> = new Set([
  ...["https:", "http:", "ssh:", "sftp:", "ftp:", "ftps:", "rdp:", "vnc:"],
  ...["mysql:", "postgres:", "postgresql:", "mongodb:", "redis:", "amqp:", "ldap:", "ldaps:", "smb:", "imap:", "smtp:"],
]);

const isPlace = (url: string): boolean => places.has(URL.parse(url)?.protocol);
