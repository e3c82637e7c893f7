import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { Handover } from "@/lib/platform/mail/handover";
import { encryptionOf } from "@/lib/platform/mail/mail-encryption";

it("a mail counts as handed over once all of it was passed on", async () => {
  const handover = new Handover();
  const given = new PassThrough();
  const passed = buffer(given.pipe(handover.watch()));
  given.write("Half");
  expect(handover.isComplete).toBe(false);
  given.end(" and whole");
  expect(String(await passed)).toBe("Half and whole");
  expect(handover.isComplete).toBe(true);
});

it("a mail that was given up isn't delivered after all", async () => {
  const handover = new Handover();
  const watched = handover.watch();
  watched.write("Half");
  handover.stop();
  watched.end();
  await expect(buffer(watched)).rejects.toThrow("given up");
  expect(handover.isComplete).toBe(false);
});

it.each([
  ["smtp://user:secret@mail.example.com:587", true],
  ["smtp://user:secret@localhost.example.com", true],
  ["smtp://mail.example.com:25", false],
  ["smtps://user:secret@mail.example.com", false],
  ["smtp://user:secret@127.0.0.1:25", false],
  ["smtp://user:secret@mail:25?ignoreTLS=true", false],
] as const)("a password is sent to %s only after STARTTLS: %s", (url, asked) => {
  expect(encryptionOf(new URL(url)).requireTLS ?? false).toBe(asked);
});
