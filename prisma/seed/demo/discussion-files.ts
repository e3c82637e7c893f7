import sharp from "sharp";
import { makeThumbnail } from "@/lib/platform/files/make-thumbnail";
import { buildPostFile } from "../builders/attachment";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

const runbook = `# db-01 to PostgreSQL 18

06:00  stop the import of orders
06:05  upgrade db-02 (replica), run the checks
06:40  fail over; the scanners are offline for about 90 seconds
06:45  count the orders of Saturday on both sides
07:30  start the import of orders
Back:  db-01 is kept as it is until the Sunday after
`;

const estimate = `item,2026,2027
Virtual servers,18240,19100
Managed database,9600,10320
Backups,2400,2640
Licences,6150,6150
`;

/** Files of Northwind's posts. Their keys are the same each time, so that sample data made again replaces them. */
export async function seedDiscussionFiles(db: OwnerDatabase, { id: accountId }: Northwind): Promise<void> {
  const opening = (title: string) =>
    db.discussionReply.findFirstOrThrow({
      where: { accountId, number: 1, thread: { is: { title } } },
      select: { id: true },
    });
  const { id: window } = await opening("Maintenance window for the database upgrade");
  const { id: budget } = await opening("First estimate: hosting and licences");
  const load = new Uint8Array(await sharp(Buffer.from(loadOnSundays())).png().toBuffer());
  const thumbnail = { key: "demo/sundays-small", contents: new Uint8Array(await makeThumbnail(load)) };
  const files = [
    { replyId: window, name: "db-01-sundays.png", key: "demo/sundays", contents: load, thumbnail },
    { replyId: window, name: "runbook-db-01.md", key: "demo/runbook", contents: bytesOf(runbook) },
    { replyId: budget, name: "hosting-2027.csv", key: "demo/hosting", contents: bytesOf(estimate) },
  ];
  for (const file of files) await buildPostFile(db, accountId, file);
}

const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

/** Queries a minute on a Sunday, by hour: almost nothing before eight. */
function loadOnSundays(): string {
  const bars = Array.from({ length: 24 }, (_, hour) => {
    const height = hour < 8 ? 14 + ((hour * 7) % 9) : 90 + Math.round(150 * Math.sin(((hour - 8) / 16) * Math.PI));
    const quiet = hour === 6 || hour === 7;
    return `<rect x="${44 + hour * 35}" y="${360 - height}" width="26" height="${height}" fill="${quiet ? "#3f8f5f" : "#4a7fc1"}"/>`;
  });
  const lines = [120, 200, 280].map((y) => `<path d="M40 ${y}H884" stroke="#d9dee3"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="924" height="400"><rect width="924" height="400" fill="#fff"/>${lines.join("")}${bars.join("")}<path d="M40 360.5H884" stroke="#5b6570"/></svg>`;
}
