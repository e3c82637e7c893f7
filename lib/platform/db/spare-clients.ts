import { PrismaClient } from "./generated/client";
import type { PostgresAdapter } from "./postgres-adapter";

/**
 * Clients of Prisma's that connect by the adapter they were last opened with. To read what one knows of the schema takes
 * a tenth of a second, so one that was disconnected is opened again for the next database.
 */
export class SpareClients {
  readonly #spare: (readonly [client: PrismaClient, place: Place])[] = [];
  readonly #prepare: (client: PrismaClient) => void;

  constructor(prepare: (client: PrismaClient) => void = () => {}) {
    this.#prepare = prepare;
  }

  open(adapter: PostgresAdapter): PrismaClient {
    const [client, place] = this.#spare.pop() ?? this.#make(adapter);
    place.adapter = adapter;
    return client;
  }

  #make(adapter: PostgresAdapter) {
    const place: Place = { adapter };
    const { provider, adapterName } = adapter;
    const client = new PrismaClient({ adapter: { provider, adapterName, connect: () => connectAt(place) } });
    const disconnect = client.$disconnect.bind(client);
    client.$disconnect = async () => {
      const wasOpen = place.adapter !== undefined;
      place.adapter = undefined;
      await disconnect();
      if (!wasOpen) return;
      // Requests that waited for its end would connect again: by then they have been refused.
      await new Promise(setImmediate);
      this.#spare.push([client, place]);
    };
    this.#prepare(client);
    return [client, place] as const;
  }
}

interface Place {
  /** Undefined while it is closed. */
  adapter: PostgresAdapter | undefined;
}

function connectAt({ adapter }: Place) {
  if (adapter === undefined) throw new Error("This database client is closed.");
  return adapter.connect();
}
