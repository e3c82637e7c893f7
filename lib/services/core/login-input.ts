import { z } from "zod";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { MOST_LOGINS } from "./schema";

const text = (most: number, name: string) =>
  z.string().max(most, `${name} can have up to ${most} characters.`).default("");

const login = z.object({
  label: text(80, "A label").overwrite(oneLine),
  username: text(200, "A username").overwrite(oneLine),
  secret: text(10_000, "A password or key"),
  url: text(500, "A URL").overwrite(oneLine),
});

/** Login details as staff enter them. Empty rows are left out. */
export const loginsInput = z
  .array(login)
  .max(MOST_LOGINS, `Enter up to ${MOST_LOGINS} sets of credentials.`)
  .default([]);

export type GivenLogin = z.output<typeof login>;

/** Throws an `invalid` Problem at the first missing field. */
export function givenLogins(logins: readonly GivenLogin[], hasLogin: boolean): GivenLogin[] {
  const given = logins
    .map((one, index) => ({ one, at: `logins.${index}` }))
    .filter(({ one }) => Object.values(one).some((value) => value !== ""));
  if (given.length === 0 && hasLogin) throw invalidField("logins.0.label", "Enter the credentials for the service.");
  for (const { one, at } of given) {
    if (one.label === "") throw invalidField(`${at}.label`, "Enter a label, such as SSH.");
    if (one.username === "") throw invalidField(`${at}.username`, "Enter the username.");
    if (one.secret === "") throw invalidField(`${at}.secret`, "Enter the password or key.");
    if (one.url !== "" && !URL.canParse(one.url))
      throw invalidField(`${at}.url`, "Enter a full URL, including https://.");
  }
  return given.map(({ one }) => one);
}
