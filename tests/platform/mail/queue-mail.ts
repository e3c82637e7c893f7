import { randomUUID } from "node:crypto";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** Adds a mail to the outbox as a command would have. Returns its id. */
export async function queueMail(owner: OwnerDatabase, toAddress: string, over: object = {}): Promise<string> {
  const id = randomUUID();
  await owner.outboxMail.createMany({
    data: {
      id,
      kind: "people",
      template: "test",
      toAddress,
      toName: "Ana López",
      subject: `Für ${toAddress}`,
      html: "<p>Hello, <b>Ana</b></p>",
      text: "Hello, Ana",
      messageId: `<${id}@portal.example>`,
      ...over,
    },
  });
  return id;
}
