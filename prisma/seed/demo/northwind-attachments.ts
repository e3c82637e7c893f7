import sharp from "sharp";
import { makeThumbnail } from "@/lib/platform/files/make-thumbnail";
import { buildAttachment } from "../builders/attachment";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

const log = Array.from({ length: 40 }, (_, index) => {
  const at = `02:${String(41 + Math.floor(index / 3)).padStart(2, "0")}:${String((index * 17) % 60).padStart(2, "0")}`;
  return `${at} [error] 1187#1187: *${48_213 + index * 7} upstream prematurely closed connection while reading response header from upstream, upstream: "http://10.4.2.11:8080/orders"`;
}).join("\n");

const mtr = [
  "HOST: vpn-delft                Loss%   Snt   Last   Avg  Best  Wrst StDev",
  "  1.|-- gw.delft.northwind      0.0%   200    0.4   0.5   0.3   2.1   0.2",
  "  2.|-- 203.0.113.1             0.0%   200    1.9   2.0   1.7   6.4   0.4",
  "  3.|-- ams-edge-1              0.0%   200    3.1   3.3   2.9   9.0   0.6",
  "  4.|-- ams-core-2              0.0%   200    3.4   3.5   3.1   8.2   0.5",
  "  5.|-- peer-ix-7              12.4%   200   18.8  21.6  17.9  96.3   9.7",
].join("\n");

/** Files of Northwind's tickets. Their keys are the same each time, so that sample data made again replaces them. */
export async function seedNorthwindAttachments(db: OwnerDatabase, { id: accountId }: Northwind): Promise<void> {
  const messageOf = (subject: string) =>
    db.ticketMessage.findFirstOrThrow({
      where: { accountId, internal: false, ticket: { subject } },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
  const down = await messageOf("web-02 returns 502 since the kernel update last night");
  const loss = await messageOf("Packet loss between AMS-2 and our VPN");
  const graph = new Uint8Array(await sharp(Buffer.from(responseGraph())).png().toBuffer());
  const thumbnail = { key: "demo/graph-small", contents: new Uint8Array(await makeThumbnail(graph)) };
  const files = [
    { messageId: down.id, name: "responses-web-02.png", key: "demo/graph", contents: graph, thumbnail },
    { messageId: down.id, name: "nginx-error.log", key: "demo/log", contents: bytesOf(log) },
    { messageId: loss.id, name: "mtr-to-vpn.txt", key: "demo/mtr", contents: bytesOf(mtr) },
  ];
  for (const file of files) await buildAttachment(db, accountId, file);
}

const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

/** A graph of a web server's answers in a night: good ones in blue, from 02:40 on every third one failed, in red. */
function responseGraph(): string {
  const bars = Array.from({ length: 72 }, (_, index) => {
    const height = 150 + Math.round(60 * Math.sin(index / 9) + ((index * 37) % 23));
    const failed = index > 40 ? Math.round(height / 3) : 0;
    const x = 40 + index * 12;
    return `<rect x="${x}" y="${420 - height}" width="9" height="${height - failed}" fill="#4a7fc1"/><rect x="${x}" y="${420 - failed}" width="9" height="${failed}" fill="#cf4b4b"/>`;
  });
  const lines = [120, 220, 320].map((y) => `<path d="M40 ${y}H904" stroke="#d9dee3"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="944" height="480"><rect width="944" height="480" fill="#fff"/>${lines.join("")}${bars.join("")}<path d="M40 420.5H904" stroke="#5b6570"/><path d="M532 60V420" stroke="#cf4b4b" stroke-dasharray="6 6"/></svg>`;
}
