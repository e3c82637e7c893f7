import { Pool, type PoolClient, type PoolConfig } from "pg";
import { guardedClient } from "./guarded-client";
import { watchPool } from "./pool-figures";
import type { PortalRole } from "./portal-roles";
import type { Timings } from "./timings";

type Lend = (error: Error | undefined, client: PoolClient | undefined, release: PoolClient["release"]) => void;

/**
 * A pool that never hands out a dead connection. A network that silently drops packets isn't detected: a connection
 * that has been idle for a moment is probed first, and if it fails, all connections of its age are discarded.
 */
export class GuardedPool extends Pool {
  readonly #timings: Timings;
  /** When each connection last worked. */
  readonly #heard = new WeakMap<PoolClient, number>();
  #suspectBefore = 0;

  constructor(config: PoolConfig, timings: Timings, role?: PortalRole) {
    super({
      ...config,
      Client: guardedClient(timings, role),
      connectionTimeoutMillis: timings.connect,
      query_timeout: timings.query,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      idleTimeoutMillis: 10_000,
      // So that a server replaced behind the same host name is eventually picked up.
      maxLifetimeSeconds: 1_800,
    });
    this.#timings = timings;
    watchPool(this);
    // An idle connection closed by the server is replaced on next use; without a listener it would crash the process.
    this.on("error", () => {});
    this.on("connect", (client) => this.#heard.set(client, Date.now()));
    this.on("release", (_, client) => this.#heard.set(client, Date.now()));
  }

  override connect(): Promise<PoolClient>;
  override connect(lend: Lend): void;
  override connect(lend?: Lend): Promise<PoolClient> | undefined {
    const lent = this.#lendAlive();
    if (lend === undefined) return lent;
    lent.then(
      (client) => lend(undefined, client, client.release),
      (error) => lend(error, undefined, () => {}),
    );
  }

  async #lendAlive(): Promise<PoolClient> {
    for (;;) {
      const client = await super.connect();
      if (await this.#isAlive(client)) return client;
      client.release(true);
    }
  }

  async #isAlive(client: PoolClient): Promise<boolean> {
    const heard = this.#heard.get(client) ?? 0;
    if (heard < this.#suspectBefore) return false;
    if (Date.now() - heard < this.#timings.trusted) return true;
    try {
      await client.query({ text: "select 1", query_timeout: this.#timings.check } as { text: string });
      return true;
    } catch {
      this.#suspectBefore = Date.now();
      return false;
    }
  }
}
