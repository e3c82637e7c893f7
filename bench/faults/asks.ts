import { DEMO_PASSWORD } from "@/prisma/seed/builders/person";

/** One kind of request, sent repeatedly. */
export interface Ask {
  readonly name: string;
  /** Its status under normal conditions. */
  readonly good: number;
  ask(): Promise<number>;
}

const LONGEST_MS = 30_000;
const EMAIL = "owner@northwind.example";

/** Health, sign-in, a page and REST, as a signed-in person. */
export async function checksOf(url: string): Promise<Ask[]> {
  const cookie = await signedIn(url);
  const { accounts } = (await (await fetch(`${url}/api/v1/me/accounts`, { headers: { cookie } })).json()) as Accounts;
  const accountId = accounts?.[0]?.id ?? (await firstAccount(url, cookie));
  const get = async (path: string, headers: Record<string, string> = {}) => {
    // A new connection each time: the server may just be closing a kept-alive one.
    const response = await fetch(url + path, {
      headers: { ...headers, connection: "close" },
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    await response.arrayBuffer();
    return response.status;
  };
  return [
    { name: "health", good: 200, ask: () => get("/readyz") },
    { name: "sign-in", good: 200, ask: async () => (await signIn(url, EMAIL, DEMO_PASSWORD)).status },
    { name: "page", good: 200, ask: () => get(`/a/${accountId}/tickets`, { cookie, accept: "text/html" }) },
    { name: "REST", good: 200, ask: () => get(`/api/v1/accounts/${accountId}/tickets`, { cookie }) },
  ];
}

interface Accounts {
  readonly accounts?: readonly { id: string }[];
}

/** Where `/` redirects to. */
async function firstAccount(url: string, cookie: string): Promise<string> {
  const response = await fetch(`${url}/`, { headers: { cookie }, redirect: "manual" });
  return /\/a\/([0-9a-f-]{36})/.exec(response.headers.get("location") ?? (await response.text()))?.[1] ?? "";
}

let network = 0;

/** From another network each time, so the limit on password guesses does not interfere. */
export async function signIn(url: string, email: string, password: string): Promise<Response> {
  network++;
  const from = `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}`;
  const csrf = await fetch(`${url}/api/auth/csrf`, { signal: AbortSignal.timeout(LONGEST_MS) });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": from,
      cookie: cookiesOf(csrf),
    },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    redirect: "manual",
    signal: AbortSignal.timeout(LONGEST_MS),
  });
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";", 1)[0])
    .join("; ");

async function signedIn(url: string): Promise<string> {
  const response = await signIn(url, EMAIL, DEMO_PASSWORD);
  if (response.status !== 200) throw new Error(`Sign-in returned ${response.status}.`);
  return cookiesOf(response);
}
