import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const endpointInput = {
  name: z.string().overwrite(oneLine).min(1, issue("Enter a name.")).max(80, issue("Use at most 80 characters.")),
  url: z.string().trim().max(500, issue("Use at most 500 characters.")).describe("https only"),
  active: z.boolean().default(false).describe("Whether paid orders are sent to it"),
  isDefault: z.boolean().default(false).describe("For products without an endpoint of their own"),
};

/** Throws `invalid` at `url` unless it can be called safely. Where its name leads is checked when it is called. */
export function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url?.protocol === "http:" && env().PROVISIONING_PRIVATE === "allow";
  if (url === null || (url.protocol !== "https:" && !plain)) {
    throw invalidField("url", t("Enter a URL that starts with https://."));
  }
  if (url.username !== "" || url.password !== "") {
    throw invalidField("url", t("Leave the username and password out. Requests are signed instead."));
  }
  return url.href;
}
