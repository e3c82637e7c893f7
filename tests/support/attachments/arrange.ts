import { answerUpload } from "@/lib/http/uploads/answer-upload";
import { env } from "@/lib/platform/config/env";

const meta = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");

export interface Sender {
  readonly cookie: string;
  readonly accountId: string;
}

type Body = Uint8Array<ArrayBuffer> | string | ReadableStream;

/** One request as a browser's script makes it. */
export function ask(
  { cookie }: Sender,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Body,
): Promise<Response> {
  const own = { cookie, origin: env().PORTAL_URL, "tus-resumable": "1.0.0" };
  return answerUpload(
    new Request(new URL(path, env().PORTAL_URL), {
      method,
      headers: { ...own, ...headers },
      ...(body !== undefined && { body, duplex: "half" }),
    } as RequestInit),
  );
}

/** Announces a file and returns the answer. */
export const begin = (sender: Sender, name: string, size: number, draft: Record<string, string> = {}) =>
  ask(sender, "POST", `/uploads/${sender.accountId}`, {
    "upload-length": String(size),
    "upload-metadata": meta({ filename: name, ...draft }),
  });

/** Sends a part of a file. */
export const send = (sender: Sender, location: string, offset: number, body: Body) =>
  ask(
    sender,
    "PATCH",
    location,
    { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) },
    body,
  );

/** Uploads a whole file, and returns its id. */
export async function uploaded(
  sender: Sender,
  name: string,
  contents: Uint8Array<ArrayBuffer> | string,
  draft: Record<string, string> = {},
): Promise<string> {
  const started = await begin(sender, name, Buffer.byteLength(contents), draft);
  if (started.status !== 201) throw new Error(await started.text());
  const location = started.headers.get("location") ?? "";
  const sent = await send(sender, location, 0, contents);
  if (sent.status !== 204) throw new Error(await sent.text());
  return location.split("/").at(-1) ?? "";
}

/** What a plain form sends. */
export function formOf(files: readonly (readonly [name: string, contents: string])[]) {
  const boundary = "----sample-boundary";
  const parts = files.map(
    ([name, contents]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${contents}\r\n`,
  );
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="message"\r\n\r\nA text\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${field}${parts.join("")}--${boundary}--\r\n` };
}
