import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

const LONGEST_MS = 30_000;
const PAUSE_MS = 50;

/** What the requests of one phase came to, by status. `cut`: no answer, because the connection broke or there was none. */
export type Outcomes = Record<string, number>;

interface Customer {
  readonly cookie: string;
  readonly accountId: string;
}

/** Customers who read, and who open tickets until each is open, at whichever portal is next. */
export class Load {
  readonly #portals: readonly string[];
  readonly #customer: Customer;
  readonly #working: Promise<void>[];
  #outcomes: Outcomes = {};
  #next = 0;
  #over = false;
  /** The subjects of the tickets that were opened. */
  readonly opened: string[] = [];

  constructor(portals: readonly string[], customer: Customer) {
    this.#portals = portals;
    this.#customer = customer;
    const paths = ["invoices", "tickets", "people", "report?kind=spend"];
    this.#working = [
      ...paths.map((path) => this.#untilOver(() => this.#read(path))),
      ...[1, 2].map(() => this.#untilOver(() => this.#open())),
    ];
  }

  /** The outcomes since the last call. */
  take(): Outcomes {
    const outcomes = this.#outcomes;
    this.#outcomes = {};
    return outcomes;
  }

  /** Ends when what was begun is done. */
  async end(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#working);
  }

  async #untilOver(work: () => Promise<void>): Promise<void> {
    while (!this.#over) {
      await work();
      await wait(PAUSE_MS);
    }
  }

  async #read(path: string): Promise<void> {
    this.#note(await this.#send(path, {}));
  }

  /** Sends a ticket again under the same key until it is known to be open, as a careful client does. */
  async #open(): Promise<void> {
    const subject = `Ticket ${randomUUID()}`;
    const request = {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
      body: JSON.stringify({ subject, message: "The site is slow." }),
    };
    for (;;) {
      const status = await this.#send("tickets", request);
      this.#note(status);
      if (status === "201") return void this.opened.push(subject);
      await wait(PAUSE_MS);
    }
  }

  async #send(path: string, request: RequestInit): Promise<string> {
    const portal = this.#portals[this.#next++ % this.#portals.length];
    const { cookie, accountId } = this.#customer;
    try {
      const response = await fetch(`${portal}/api/v1/accounts/${accountId}/${path}`, {
        ...request,
        headers: { ...request.headers, cookie, origin: process.env.PORTAL_URL ?? "", connection: "close" },
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      await response.arrayBuffer();
      return String(response.status);
    } catch {
      return "cut";
    }
  }

  #note(outcome: string): void {
    this.#outcomes[outcome] = (this.#outcomes[outcome] ?? 0) + 1;
  }
}
