import { createInterface } from "node:readline/promises";
import type { SetupArguments } from "./read-arguments";

/** Asks at the terminal for what the command line leaves out. */
export async function askForMissing(given: SetupArguments): Promise<SetupArguments> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ask = async (known: string | undefined, question: string) =>
    known ?? (await terminal.question(`${question}: `));
  try {
    const name = await ask(given.name, "Name of the first manager");
    const email = await ask(given.email, "Their email address");
    const company = await ask(
      given.company,
      "Company name, as printed on invoices (empty: enter it in the portal later)",
    );
    if (company.trim() === "") return { ...given, name, email, company: undefined };
    const address = await ask(given.address, "Address, its lines separated by ;");
    const country = await ask(given.country, "Country, as two letters");
    const vatId = await ask(given.vatId, "VAT ID (empty: none)");
    return { ...given, name, email, company, address: address.replace(/\s*;\s*/g, "\n"), country, vatId };
  } finally {
    terminal.close();
  }
}
