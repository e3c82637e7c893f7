import { describe, expect, test } from "vitest";
import { Problem } from "@/lib/platform/kernel/problem";
import { CommandError } from "@/scripts/process/command-error";
import { sentenceOf } from "@/scripts/process/sentence-of";

const databaseError = (code: string, message: string) => Object.assign(new Error(message), { code });

describe("a command ends with one sentence", () => {
  test.each([
    ["for an error of ours", new CommandError("Say this."), "Say this."],
    ["for a problem", new Problem("conflict", "Somebody was faster."), "Somebody was faster."],
    [
      "for a missing right",
      databaseError("42501", 'permission denied to set role "portcullis_app"'),
      'The database user may not do this: permission denied to set role "portcullis_app". Run npm run db:migrate, which grants what is needed. See docs/install.md.',
    ],
    [
      "for a missing table, as Prisma wraps it",
      Object.assign(new Error("Invalid invocation"), {
        code: "P2010",
        meta: {
          driverAdapterError: Object.assign(new Error("x"), {
            cause: { originalCode: "42P01", originalMessage: 'relation "Quote" does not exist' },
          }),
        },
      }),
      `The database isn't this version's: relation "Quote" does not exist. Run npm run db:migrate.`,
    ],
    [
      "for a wrong password",
      databaseError("28P01", 'password authentication failed for user "portal"'),
      'The database rejects the user: password authentication failed for user "portal". Check DATABASE_URL.',
    ],
  ])("%s", (_, error, sentence) => {
    expect(sentenceOf(error)).toBe(sentence);
  });

  test("but a bug keeps its stack", () => {
    expect(sentenceOf(new TypeError("x is not a function"))).toBeUndefined();
    expect(sentenceOf(databaseError("23505", "duplicate key"))).toBeUndefined();
    expect(sentenceOf(Object.assign(new Error("x"), { code: "P2002" }))).toBeUndefined();
  });
});
