import type { Statement } from "@/lib/billing/statements/schema";
import { money } from "@/lib/platform/kernel/money";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { RenderPool } from "@/lib/platform/rendering/render-pool";
import { duration, type Targets } from "../support/targets";

const SIZES = [286, 1_003, 1_901, 10_000] as const;
const MOST_TIMES = 1.5;

/**
 * Renders statements of growing length in one thread. A row of the longest may cost little more than one of a short
 * statement. Measured in processor time, which other load changes least.
 */
export async function documents(targets: Targets): Promise<void> {
  const pool = new RenderPool({
    program: "lib/jobs/render-thread/main.ts",
    threads: 1,
    drawingMs: 600_000,
    waitingMs: 600_000,
    memoryMb: 2_048,
  });
  // Fonts are opened and the code is compiled.
  for (let time = 0; time < 2; time++) await pool.draw(new Rendering("statement", [statementOf(1_003)]));
  const perRow = new Map<number, number>();
  console.log("");
  for (const size of SIZES) {
    const data = statementOf(size);
    const before = process.cpuUsage();
    const began = performance.now();
    await pool.draw(new Rendering("statement", [data]));
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1_000;
    perRow.set(size, spent / size);
    console.log(
      `PDF of ${size} entries: ${duration(spent)} of processor time, ${duration(performance.now() - began)} in all`,
    );
  }
  await pool.close();
  const times = (perRow.get(10_000) ?? 0) / (perRow.get(1_003) ?? 1);
  targets.atMost("a row of 10,000, compared with one of 1,003", MOST_TIMES, times, "times the processor time");
}

function statementOf(count: number): Statement {
  const seller = { name: "Portcullis", lines: ["Street 1", "1011 AA Amsterdam"] };
  const euros = (amountMinor: number) => money(BigInt(amountMinor), "EUR");
  const movements = Array.from({ length: count }, (_, index) => ({
    id: String(index),
    at: new Date(Date.UTC(2024, 0, 1) + index * 600_000).toISOString(),
    what: index % 2 === 0 ? "Invoice" : "Payment",
    details: index % 2 === 0 ? `INV-2024-${index}` : "Visa •••• 4242",
    invoiceId: null,
    charge: index % 2 === 0 ? euros(12_100 + index) : null,
    credit: index % 2 === 0 ? null : euros(12_000 + index),
    balance: euros(index * 50),
  }));
  const [zero, closing] = [euros(0), euros(count * 50)];
  const part = { currency: "EUR", count, opening: zero, charges: closing, credits: zero, closing, movements };
  const buyer = { name: "Large", lines: ["Street 2"] };
  return {
    from: "2024-01-01",
    to: "2025-12-31",
    seller,
    buyer,
    customerNumber: "C-1",
    listed: true,
    currencies: [part],
  };
}
