import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asJob } from "@/lib/platform/db/transaction";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { capabilityRows } from "@/lib/policy/documents/capabilities";
import { keysOfCapability } from "@/lib/policy/documents/keys-of-capability";
import { proofOfCapability } from "@/lib/policy/documents/proofs";
import type { Permission } from "@/lib/policy/permissions";
import { viewers } from "@/tests/operations/viewers";
import { type Driver, openDriver, type Who } from "./driver";

// The rows are those of the document: cellsOf("Account roles").

let driver: Driver;
beforeAll(async () => {
  driver = await openDriver();
});
afterAll(() => driver.close());

type Notice = Extract<Permission, `notices.${string}`>;
const isNotice = (key: Permission): key is Notice => key.startsWith("notices.");

/** Those of the account whom a notification reaches now. */
async function reached(notice: Notice): Promise<string[]> {
  const people = await asJob(driver.portal.demo.northwind.id, new Date(), ({ people }) => people());
  return noticeRecipients(people ?? [], notice).map(({ email }) => email);
}

describe("the account roles", () => {
  for (const row of capabilityRows) {
    const { owner, administrator, billing, support, keys } = row;
    const may: Record<Who, boolean> = { owner, administrator, billing, support, both: billing || support };
    // Of anything else, the other document gives billing and support what it says there.
    const tried = (keys === "rest" ? ["owner", "administrator"] : Object.keys(may)) as Who[];
    it(proofOfCapability(row).title, async () => {
      for (const key of keysOfCapability(row)) {
        for (const who of tried) {
          if (isNotice(key))
            expect([key, who, (await reached(key)).includes(viewers[who])]).toEqual([key, who, may[who]]);
          else if (may[who]) await driver.allowed(key, who);
          else await driver.refused(key, who);
        }
      }
    });
  }
});
