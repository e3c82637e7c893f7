import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import getPort from "get-port";
import { checkout } from "@/scripts/postgres/places";
import { programs } from "@/scripts/process/programs";
import type { Shutdown } from "@/scripts/process/run-command";
import { runStep } from "@/scripts/process/run-step";
import { type RunningProcess, startProcess } from "@/scripts/process/start-process";

/** What the bare ones read: the rows of the list and how many there are, and nothing about who asks. */
const read = `
const columns = 'id, number, status, currency, "totalMinor", "paidMinor", "creditedMinor", "issuedAt", "dueAt"';
const read = async (accountId) => {
  const [rows, count] = await Promise.all([
    pool.query({ name: "rows", text: 'select ' + columns + ' from "Invoice" where "accountId" = $1 order by "issuedAt" desc, id desc limit 25', values: [accountId] }),
    pool.query({ name: "count", text: 'select count(*) from "Invoice" where "accountId" = $1', values: [accountId] }),
  ]);
  return { items: rows.rows, total: Number(count.rows[0].count) };
};`;

const pool = `const pool = (globalThis.benchPool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }));`;

const files: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ name: "bare", private: true, type: "module" }),
  "next.config.mjs": `export default { serverExternalPackages: ["pg"], poweredByHeader: false, turbopack: { root: process.cwd() } };`,
  "http.mjs": `import { createServer } from "node:http";
import pg from "pg";
${pool}
${read}
createServer(async (request, response) => {
  const body = JSON.stringify(await read(new URL(request.url, "http://localhost").searchParams.get("account")));
  response.writeHead(200, { "content-type": "application/json" }).end(body);
}).listen(Number(process.env.PORT), "127.0.0.1");`,
  "app/layout.jsx": `export default ({ children }) => <html lang="en"><body>{children}</body></html>;`,
  "app/list/route.js": `import pg from "pg";
${pool}
${read}
export const dynamic = "force-dynamic";
export const GET = async (request) => Response.json(await read(request.nextUrl.searchParams.get("account")));`,
  "app/page/page.jsx": `import pg from "pg";
${pool}
${read}
export const dynamic = "force-dynamic";
export default async function Page({ searchParams }) {
  const { items, total } = await read((await searchParams).account);
  return (
    <main>
      <h1>Invoices</h1>
      <table>
        <thead><tr><th>Number</th><th>Status</th><th>Issued</th><th>Due</th><th>Total</th><th>Amount due</th></tr></thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td><a href={"/invoices/" + row.id}>{row.number}</a></td>
              <td>{row.status}</td>
              <td>{row.issuedAt?.toISOString()}</td>
              <td>{row.dueAt?.toISOString()}</td>
              <td>{row.totalMinor} {row.currency}</td>
              <td>{row.totalMinor - row.paidMinor - row.creditedMinor}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{total} invoices</p>
    </main>
  );
}`,
};

export interface BareServer {
  readonly url: string;
  readonly process: RunningProcess;
}

/** A plain server of \`http\` and \`pg\`, and a Next of the same version with one page and one route handler. */
export async function bareServers(
  shutdown: Shutdown,
  databaseUrl: string,
): Promise<{ http: BareServer; next: BareServer }> {
  const folder = path.join(tmpdir(), `portcullis-bare-${process.pid}`);
  shutdown.onEnd({
    stop: async () => rmSync(folder, { recursive: true, force: true }),
    stopNow: () => rmSync(folder, { recursive: true, force: true }),
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  symlinkSync(path.join(checkout, "node_modules"), path.join(folder, "node_modules"));
  const next = path.join(checkout, programs.next[0]);
  await runStep(shutdown, [next, "build", folder, "--webpack"], "Building the bare pages failed.", {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    output: "collect",
  });
  const start = async (args: (port: string) => string[]): Promise<BareServer> => {
    const port = String(await getPort({ host: "127.0.0.1" }));
    const env = { DATABASE_URL: databaseUrl, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: port };
    return { url: `http://127.0.0.1:${port}`, process: startProcess(shutdown, args(port), { env, output: "errors" }) };
  };
  return {
    http: await start(() => [path.join(folder, "http.mjs")]),
    next: await start((port) => [next, "start", folder, "-p", port, "-H", "127.0.0.1"]),
  };
}
