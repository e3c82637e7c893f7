import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { MARKED_FIGURES, MARKED_WORD, markersIn, plantBillingMarkers } from "@/tests/fixtures/billing-markers";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { unzip } from "@/tests/fixtures/unzip";
import { columns, expected } from "@/tests/operations/expected";
import { groundOf, type Restore } from "@/tests/operations/restore";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

const commands = operations.filter(({ kind }) => kind === "command");
const files = operations.filter(({ output }) => output === fileOutput);

let portal: TestPortal;
let restore: Restore;
beforeAll(async () => {
  portal = await testPortal();
  restore = await groundOf(portal);
});
afterAll(() => portal.close());

type Operation = (typeof operations)[number];
type Viewer = keyof typeof viewers;

const may = (viewer: Viewer, { name }: Operation) =>
  (expected[name] ?? "").trim().split(/\s+/)[columns.indexOf(viewer)] === "+";

/** Creates what an operation's sample needs, then marks all billing data again. */
async function arrange(operation: Operation, viewer: Viewer): Promise<Input> {
  const accountId = portal.demo.northwind.id;
  const sample = await samples[operation.name]?.({ portal, accountId, email: viewers[viewer] });
  await plantBillingMarkers(portal.owner, accountId);
  return sample ?? {};
}

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: Buffer;
}

async function send(operation: Operation, viewer: Viewer, input: Input, key: string = randomUUID()): Promise<Answer> {
  const cookie = await portal.cookie(viewers[viewer]);
  const headers: Record<string, string> = operation.kind === "command" ? { "idempotency-key": key } : {};
  const response = await restCall({ operation, accountId: portal.demo.northwind.id, input, cookie, headers });
  const { status } = response;
  return { status, headers: [...response.headers].join("\n"), body: Buffer.from(await response.arrayBuffer()) };
}

const isPdf = ({ headers }: Answer) => headers.includes("application/pdf");
/** With the text that a PDF holds compressed. */
const bytesOf = (answer: Answer) => {
  const { headers, body } = answer;
  const texts = [headers, body.toString("utf8"), body.toString("latin1"), ...(isPdf(answer) ? pdfText(body) : [])];
  return texts.join("\n");
};

/** What somebody attached to a ticket or a post or added to a folder, as they sent it, and pictures of it. */
const UPLOADED = [
  ...["attachments.download", "attachments.view-thumbnail", "documents.download", "documents.view-page"],
  ...["discussions.download-file", "discussions.view-thumbnail"],
];
/** Several of those in one file. */
const ZIPPED = ["documents.download-zip"];
/** Readable as it is, but saved as it is, so that the hash of its bytes can be checked. */
const PLAIN = ["decisions.download-result"];

describe("a contact with only support", () => {
  test.each(commands.map((operation) => [operation.name, operation] as const))(
    "is answered nothing of billing by %s: done, repeated, out of date, mistaken, refused",
    async (_, operation) => {
      onTestFinished(() => restore(operation.name));
      const input = await arrange(operation, "support");
      const key = randomUUID();
      const first = await send(operation, "support", input, key);
      expect(first.status < 300, first.body.toString()).toBe(may("support", operation));
      const answers = [first, await send(operation, "support", { ...input, unknown: true })];
      // Callers without the permission are denied before anything is read.
      if (may("support", operation)) {
        answers.push(await send(operation, "support", input, key));
        answers.push(await send(operation, "support", input));
        answers.push(await send(operation, "support", { ...input, version: 999_999 }));
      }
      for (const answer of answers) {
        expect(answer.status, answer.body.toString()).toBeLessThan(500);
        expect(markersIn(bytesOf(answer))).toEqual([]);
      }
    },
  );

  test.each(files.map((operation) => [operation.name, operation] as const))(
    "is handed no file of billing by %s",
    async (_, operation) => {
      onTestFinished(() => restore(operation.name));
      const answer = await send(operation, "support", await arrange(operation, "support"));
      expect(markersIn(bytesOf(answer))).toEqual([]);
      // Compression could hide a marker, so no file may be returned except those whose text is checked above.
      if (!may("support", operation)) expect(answer.headers).toContain("application/problem+json");
      else if (PLAIN.includes(operation.name)) expect(JSON.parse(answer.body.toString())).toBeTypeOf("object");
      else if (isPdf(answer)) expect(pdfText(answer.body).join("").trim()).not.toBe("");
      else if (ZIPPED.includes(operation.name)) {
        const inside = await unzip(answer.body);
        expect(inside.length).toBeGreaterThan(0);
        expect(markersIn(inside.map(({ path, contents }) => `${path}\n${contents}`).join("\n"))).toEqual([]);
      } else if (!UPLOADED.includes(operation.name)) expect(answer.headers).toContain("text/csv");
    },
  );
});

test("the same commands and files show the markers to the owner and accounting", async () => {
  const look = async (operation: Operation, viewer: Viewer) =>
    markersIn(bytesOf(await send(operation, viewer, await arrange(operation, viewer))));
  const pay = commands.filter(({ name }) => name === "payments.pay");
  for (const operation of pay) expect(await look(operation, "owner")).toContain(MARKED_FIGURES[0]);
  const seen = new Set<string>();
  for (const operation of files.filter((one) => may("accounting", one))) {
    for (const marker of await look(operation, "accounting")) seen.add(marker);
  }
  expect([...seen]).toEqual(expect.arrayContaining([MARKED_WORD, MARKED_FIGURES[1]]));
  expect(pay).toHaveLength(1);
});
