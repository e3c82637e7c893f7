import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What is done instead of an answer when the content of a mail is asked for. */
export type Mishap = (socket: Socket, tag: string) => void;

export interface ScriptedMailbox {
  readonly url: string;
  /** The mails by their UID. */
  readonly mails: Map<number, { raw: string; seen: boolean; mishap?: Mishap }>;
  /** The UIDs whose content was asked for. */
  readonly asked: number[];
  close(): void;
}

/** An IMAP server that can do just what the portal asks for, and fail at any mail. */
export async function scriptedMailbox(): Promise<ScriptedMailbox> {
  const mails: ScriptedMailbox["mails"] = new Map();
  const asked: number[] = [];
  const server = createServer((socket) => {
    let rest = "";
    socket.on("error", () => {});
    socket.write("* OK ready\r\n");
    socket.on("data", (data) => {
      const lines = (rest + data.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) answer(socket, line);
    });
  });
  function answer(socket: Socket, line: string): void {
    const [tag = "", ...words] = line.split(" ");
    const command = words.join(" ").toUpperCase();
    const done = (before = "") => socket.write(`${before}${tag} OK done\r\n`);
    if (command.startsWith("CAPABILITY")) return void done("* CAPABILITY IMAP4rev1\r\n");
    if (command.startsWith("SELECT"))
      return void done(
        `* ${mails.size} EXISTS\r\n* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] ok\r\n* OK [UIDVALIDITY 1] ok\r\n`,
      );
    if (command.startsWith("UID SEARCH"))
      return void done(`* SEARCH ${[...mails].flatMap(([uid, { seen }]) => (seen ? [] : [uid])).join(" ")}\r\n`);
    const [, verb = "", uid = ""] = /^UID (FETCH|STORE) (\d+)/.exec(command) ?? [];
    const mail = mails.get(Number(uid));
    if (mail === undefined) {
      if (command.startsWith("LOGOUT")) return void socket.end(`* BYE\r\n${tag} OK done\r\n`);
      return void done();
    }
    const at = [...mails.keys()].indexOf(Number(uid)) + 1;
    if (verb === "STORE") {
      mail.seen = true;
      return void done();
    }
    if (!command.includes("BODY"))
      return void done(`* ${at} FETCH (UID ${uid} RFC822.SIZE ${Buffer.byteLength(mail.raw)})\r\n`);
    asked.push(Number(uid));
    if (mail.mishap) {
      mail.mishap(socket, tag);
      return;
    }
    done(`* ${at} FETCH (UID ${uid} BODY[] {${Buffer.byteLength(mail.raw)}}\r\n${mail.raw})\r\n`);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `imap://user:password@127.0.0.1:${port}`, mails, asked, close: () => server.close() };
}
