import { afterAll, beforeAll } from "vitest";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { downloadAttachment } from "@/lib/support/attachments/download-attachment";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { type Sender, uploaded } from "@/tests/fixtures/uploads";

const SUPPORT = "support@northwind.example";

export interface SupportFiles {
  readonly portal: TestPortal;
  readonly account: string;
  readonly ticketId: string;
  readonly sender: Sender;
  /** Attaches a file to a reply, and returns the attachment's id. */
  attached(name: string, contents: string): Promise<string>;
  download(attachmentId: string, headers?: Record<string, string>): Promise<Response>;
  /** Removes the files that the tests added, from the store in use, too. */
  clear(): Promise<void>;
}

/** A portal for the tests of a file in which a support contact sends files with a ticket. */
export function supportFiles(): () => SupportFiles {
  let files: SupportFiles;
  beforeAll(async () => {
    files = await open();
  });
  afterAll(() => files.portal.close());
  return () => files;
}

async function open(): Promise<SupportFiles> {
  const portal = await testPortal();
  const account = portal.demo.northwind.id;
  const cookie = await portal.cookie(SUPPORT);
  const sender = { cookie, accountId: account };
  const { id: ticketId } = await portal.owner.ticket.findFirstOrThrow({
    where: { accountId: account, status: "open", department: "support" },
  });
  return {
    ...{ portal, account, ticketId, sender },
    async attached(name, contents) {
      const id = await uploaded(sender, name, contents, { ticketId });
      const reply = { ticketId, message: "See the file.", attachmentIds: [id] };
      await execute(await portal.as(SUPPORT), account, replyToTicket, reply);
      return (await portal.owner.ticketAttachment.findFirstOrThrow({ where: { fileId: id } })).id;
    },
    download: (attachmentId, headers = {}) =>
      restCall({ operation: downloadAttachment, accountId: account, input: { attachmentId }, cookie, headers }),
    async clear() {
      await portal.owner.storedFile.deleteMany({ where: { draft: { not: "sample" } } });
      await sweepFiles(addDays(new Date(), 2));
    },
  };
}
