import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { execute } from "@/lib/platform/operations/execute";
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { downloadActionsPdf } from "@/lib/workspace/actions/download-pdf";
import { buildActions } from "@/prisma/seed/builders/action";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let account: string;
const title = "Renew the lease of the workshop";
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const { owner, support } = portal.demo.northwind.contacts;
  await buildActions(portal.owner, account, [
    {
      title,
      createdBy: { contactId: owner, name: "Ingrid Solheim" },
      createdAt: new Date(),
      dueOn: null,
      status: "notStarted",
      assignees: [{ contactId: support, name: "Somebody" }],
    },
  ]);
});
afterAll(() => portal.close());

async function prepared(email: string, download: typeof downloadActionsCsv | typeof downloadActionsPdf) {
  const { id: exportId } = await execute(await portal.as(email), account, download.prepare, {});
  await prepareExports();
  return async () => execute(await portal.as(email), account, download, { exportId });
}

test("a prepared list of actions is withheld from somebody who was taken off one of them", async () => {
  const [table, paper, all] = [
    await prepared("support@northwind.example", downloadActionsCsv),
    await prepared("support@northwind.example", downloadActionsPdf),
    await prepared("owner@northwind.example", downloadActionsCsv),
  ];
  expect(await fileText(await table())).toContain(title);
  await expect(paper()).resolves.toBeTruthy();
  await portal.owner.actionAssignment.deleteMany({ where: { accountId: account, action: { is: { title } } } });
  for (const download of [table, paper]) expect((await problemOf(download())).code).toBe("conflict");
  expect(await fileText(await all())).toContain(title);
});
