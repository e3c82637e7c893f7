import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";
import { pollMailbox } from "@/lib/support/inbound-mail/imap-entrance";
import { corpusPortal } from "./corpus-portal";
import { type Mishap, type ScriptedMailbox, scriptedMailbox } from "./scripted-mailbox";
import { writeMail } from "./write-mail";

let given: Awaited<ReturnType<typeof corpusPortal>>;
let box: ScriptedMailbox;
beforeAll(async () => {
  given = await corpusPortal();
  vi.spyOn(log(), "error").mockImplementation(() => {});
});
beforeEach(async () => {
  box?.close();
  box = await scriptedMailbox();
  process.env.MAIL_IN_IMAP_URL = box.url;
  forgetEnvironment();
  await given.portal.owner.inboundMail.deleteMany();
});
afterAll(async () => {
  vi.restoreAllMocks();
  box.close();
  await given.world.close();
  await given.portal.close();
});

const poll = () => pollMailbox({ answerMs: 1_000 });
const deliver = (uids: readonly number[], troubled: readonly number[], mishap: Mishap) => {
  for (const uid of uids)
    box.mails.set(uid, {
      raw: writeMail({ body: `Mail ${uid}` }),
      seen: false,
      ...(troubled.includes(uid) && { mishap }),
    });
};
const unread = () => [...box.mails].filter(([, { seen }]) => !seen).map(([uid]) => uid);

const mishaps: readonly (readonly [string, Mishap])[] = [
  ["ends the connection", (socket) => socket.destroy()],
  ["is refused", (socket, tag) => void socket.write(`${tag} NO It can't be read\r\n`)],
  ["is called a mistake of ours", (socket, tag) => void socket.write(`${tag} BAD What?\r\n`)],
  [
    "has a length that can't be",
    (socket, tag) => void socket.write(`* 2 FETCH (UID 2 BODY[] {99999999999999999999}\r\nabc)\r\n${tag} OK\r\n`),
  ],
  ["is nothing", (socket, tag) => void socket.write(`* 2 FETCH (UID 2 BODY[] NIL)\r\n${tag} OK done\r\n`)],
  ["is garbage", (socket, tag) => void socket.write(`* 2 FETCH ((((\r\n${tag} OK done\r\n`)],
  ["never comes", () => {}],
  [
    "never comes, while the server goes on talking",
    (socket) => {
      const talking = setInterval(() => socket.write("* OK Still here\r\n"), 100);
      socket.once("close", () => clearInterval(talking));
    },
  ],
];

describe("a mail that can't be fetched because it", () => {
  it.each(mishaps)("%s doesn't stop those after it, and is tried again after them", async (_, mishap) => {
    deliver([1, 2, 3, 4], [2], mishap);
    expect(await poll()).toBe(3);
    expect(unread()).toEqual([2]);
    deliver([5], [], mishap);
    await poll();
    expect(unread()).toEqual([2]);
    box.mails.set(2, { raw: writeMail({ body: "It works again." }), seen: false });
    expect(await poll()).toBe(1);
    expect(await given.portal.owner.inboundMail.count()).toBe(5);
  });
});

it("many mails that can't be fetched stop no others, and all of them are tried again in turn", async () => {
  const bad = Array.from({ length: 30 }, (_, at) => at + 1);
  deliver([...bad, 31, 32], bad, (socket) => socket.destroy());
  await poll();
  await poll();
  expect(unread()).toEqual(bad);
  box.asked.length = 0;
  for (const _ of bad) await poll();
  expect(new Set(box.asked)).toEqual(new Set(bad));
});
