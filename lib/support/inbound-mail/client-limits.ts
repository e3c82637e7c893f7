import type { Server, Socket } from "node:net";
import { env } from "@/lib/platform/config/env";
import { networkOf } from "@/lib/platform/kernel/network-of";
import { countOver, type Limit } from "@/lib/platform/operations/rate-limit";

const MOST_OF_ONE = 10;
/** For all that one connection delivers: the largest mail needs 50 kB a second. */
const LONGEST_MS = 10 * 60_000;

/** For those that are answered that they are too many. */
const ANSWER_MS = 5_000;

/** A point for each mail and each megabyte. */
const PER_NETWORK: Limit = { name: "mail-network", points: 2_000, seconds: 3_600 };
const BYTES_PER_POINT = 1_000_000;

const OWN_MACHINE = /^(?:127\.|::1$|::ffff:127\.)/;

/** A mail server in front, which may connect as often as it likes, and keep its connections. */
const isInFront = (address: string): boolean =>
  OWN_MACHINE.test(address) || env().MAIL_IN_XCLIENT.includes(address.replace(/^::ffff:/, ""));

export interface ClientOptions {
  readonly mostOfOne?: number;
  readonly longestMs?: number;
  readonly perNetwork?: Limit;
  readonly isTrusted?: (address: string) => boolean;
}

interface Client {
  readonly remoteAddress: string;
  readonly remotePort: number;
}

export interface ClientLimits {
  /** Counts the connections of a server, and ends those that go on for too long. */
  watch(server: Server): void;
  /** Whether its network had as many as it may have when it connected. */
  isOver(client: Client): boolean;
  /** Counts a mail, and returns whether it was too much within the hour. */
  sendsTooMuch(address: string, bytes: number): Promise<boolean>;
}

/**
 * Keeps one network from taking all connections. Silence alone isn't what to end them for: a client that sends a byte a minute was
 * never silent.
 */
export function clientLimits(options: ClientOptions = {}): ClientLimits {
  const { mostOfOne = MOST_OF_ONE, longestMs = LONGEST_MS, perNetwork = PER_NETWORK, isTrusted = isInFront } = options;
  const open = new Map<string, number>();
  const over = new Set<string>();
  const count = (network: string, by: number) => {
    const left = (open.get(network) ?? 0) + by;
    if (left > 0) open.set(network, left);
    else open.delete(network);
  };
  return {
    watch(server) {
      server.prependListener("connection", (socket: Socket) => {
        const { remoteAddress = "", remotePort = 0 } = socket;
        if (isTrusted(remoteAddress)) return;
        const network = networkOf(remoteAddress);
        if ((open.get(network) ?? 0) >= mostOfOne) {
          const name = nameOf({ remoteAddress, remotePort });
          over.add(name);
          socket.once("close", () => over.delete(name));
          setTimeout(() => socket.destroy(), ANSWER_MS).unref();
          return;
        }
        count(network, 1);
        const end = setTimeout(() => socket.destroy(), longestMs).unref();
        socket.once("close", () => {
          clearTimeout(end);
          count(network, -1);
        });
      });
    },
    isOver: (client) => over.has(nameOf(client)),
    sendsTooMuch: async (address, bytes) =>
      !isTrusted(address) &&
      (await countOver(perNetwork, networkOf(address), 1 + Math.floor(bytes / BYTES_PER_POINT))) > 0,
  };
}

const nameOf = ({ remoteAddress, remotePort }: Client): string =>
  `${remoteAddress.replace(/^::ffff:/i, "").toLowerCase()} ${remotePort}`;
