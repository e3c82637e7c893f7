import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Grant } from "@/lib/platform/db/grant";
import { withTransaction } from "@/lib/platform/db/transaction";
import { execute } from "@/lib/platform/operations/execute";
import { workspaceAreas } from "@/lib/policy/areas";
import { listMail } from "@/lib/staff/mail/list-mail";
import { viewMail } from "@/lib/staff/mail/view-mail";
import { viewMailContents } from "@/lib/staff/mail/view-mail-contents";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const WORD = "Quaggamail";
const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let account: string;
let secret: string;
let other: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const mail = (kind: "workspace" | "people", word: string) =>
    portal.owner.outboxMail.create({
      data: {
        ...{ accountId: account, kind, template: "sample", toAddress: "a@b.example", toName: word },
        ...{ subject: word, html: `<p>${word}</p>`, text: word, messageId: `<${kind}@mail.example>`, calendar: word },
      },
    });
  secret = (await mail("workspace", WORD)).id;
  other = (await mail("people", "Quaggapeople")).id;
});
afterAll(() => portal.close());

const openEverything = () =>
  portal.owner.staffAccess.create({
    data: {
      ...{ accountId: account, areas: [...workspaceAreas], openedById: portal.demo.northwind.contacts.owner },
      ...{ openedByName: "Owner", openedAt: new Date(Date.now() - 60_000), endsAt: new Date(Date.now() + 3_600_000) },
    },
  });

describe.each([AGENT, ACCOUNTING, MANAGER])("an email about the workspace is hidden from %s", (email) => {
  const hidden = async () => {
    const caller = await portal.as(email);
    for (const asked of [{}, { q: WORD }, { accountId: account }, { kind: "workspace" as const }]) {
      const list = await execute(caller, null, listMail, asked);
      expect(JSON.stringify(list)).not.toContain(WORD);
    }
    expect((await execute(caller, null, listMail, { q: WORD })).total).toBe(0);
    expect((await problemOf(execute(caller, null, viewMail, { mailId: secret }))).code).toBe("not-found");
    expect((await problemOf(execute(caller, null, viewMailContents, { mailId: secret }))).code).toBe("not-found");
  };

  it("in the list, in the search, by itself and in the frame", hidden);

  it("while the owner has opened the whole workspace, too", async () => {
    const { id } = await openEverything();
    await hidden();
    await portal.owner.staffAccess.update({ where: { id }, data: { closedAt: new Date() } });
  });

  it("by the database itself, without the filter of the permission", async () => {
    const caller = await portal.as(email);
    const rows = await withTransaction(
      { credential: caller.credential, accountId: null, now: new Date() },
      async (scope) => {
        const grant = scope && Grant.of(scope.viewer, "staff.mail.view", "staff");
        if (!scope || !grant) throw new Error("no grant");
        return scope.open(grant).outboxMail.findMany({ where: { id: { in: [secret, other] } }, select: { id: true } });
      },
    );
    expect(rows).toEqual([{ id: other }]);
  });
});
