import { operations } from "@/lib/http/registry";
import { env } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { signIn } from "../support/sign-in";
import type { DocumentCase } from "./cases";

/** One process per database, as for bench:growth: executes the cases it is sent, and answers with the milliseconds of each. */
const owner = ownerDatabase(env().DATABASE_URL);
const { id: account } = await owner.account.findFirstOrThrow({
  where: { contacts: { some: { email: "owner@northwind.example" } } },
});
// A list of its own, with the billing contact on it.
const { id: folder } = await owner.folder.findFirstOrThrow({ where: { accountId: account, name: "Folder 000010" } });
const { id: file } = await owner.document.findFirstOrThrow({ where: { accountId: account, folderId: folder } });
const callers = new Map<string, Promise<Caller>>();

process.on("message", (asked: DocumentCase | "end") => void (asked === "end" ? end() : answer(asked)));
process.send?.("ready");

async function answer(asked: DocumentCase): Promise<void> {
  try {
    process.send?.({ milliseconds: await time(asked) });
  } catch (error) {
    process.send?.({ failure: String(error instanceof Error ? error.stack : error) });
  }
}

async function time({ email, operation: name, input }: DocumentCase): Promise<number> {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`There is no ${name}.`);
  const signedIn = callers.get(email) ?? signIn(owner, email);
  callers.set(email, signedIn);
  const caller = await signedIn;
  const ids: Readonly<Record<string, string>> = { folder, file };
  const filled = Object.fromEntries(Object.entries(input).map(([key, value]) => [key, ids[String(value)] ?? value]));
  const begun = performance.now();
  await execute(caller, account, operation as never, filled as never);
  return performance.now() - begun;
}

async function end(): Promise<void> {
  await owner.$disconnect();
  await disconnect();
  process.disconnect?.();
}
