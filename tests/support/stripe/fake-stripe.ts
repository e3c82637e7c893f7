import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { cardIntent, type Fields, type Intent, refundObject } from "./objects";

type Answer = { status: number; body: object };

/** Speaks the part of Stripe's protocol that the portal uses, keys included: one key is one answer. */
export interface FakeStripe {
  readonly url: string;
  readonly intents: Map<string, Intent>;
  readonly refunds: Map<string, Fields>;
  readonly setups: Map<string, Fields>;
  /** Requests as they came: method and path, and the idempotency key. */
  readonly requests: { readonly call: string; readonly key: string | undefined; readonly body: URLSearchParams }[];
  /** Out of order: every request is answered with an error of its own. */
  down: boolean;
  /** Runs while a request waits for its answer. */
  meanwhile: (() => Promise<void>) | null;
  close(): Promise<void>;
}

/**
 * What a charge does depends on the method: `pm_declined`, `pm_authenticate`, `pm_debit`; `pm_silent` charges and cuts
 * the line; `pm_gone` is unknown to Stripe; `pm_down` finds Stripe out of order. Any other succeeds.
 */
export async function fakeStripe(): Promise<FakeStripe> {
  const state = new State();
  const server = createServer((request, response) => void serve(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

class State {
  readonly intents = new Map<string, Intent>();
  readonly refunds = new Map<string, Fields>();
  readonly setups = new Map<string, Fields>();
  readonly requests: FakeStripe["requests"] = [];
  down = false;
  meanwhile: FakeStripe["meanwhile"] = null;
  readonly answers = new Map<string, { body: string; answer: Answer }>();
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = Buffer.concat(await request.toArray()).toString();
  const url = new URL(request.url ?? "/", "http://stripe.test");
  const key = request.headers["idempotency-key"]?.toString();
  const body = new URLSearchParams(text);
  state.requests.push({ call: `${request.method} ${url.pathname}`, key, body });
  await state.meanwhile?.();
  if (state.down) return void response.writeHead(503).end();
  const answer = keyed(state, key, text, () => answerTo(state, `${request.method} ${url.pathname}`, url, body));
  if (body.get("payment_method") === "pm_silent") return void request.socket.destroy();
  response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
}

function keyed(state: State, key: string | undefined, body: string, work: () => Answer): Answer {
  if (key === undefined) return work();
  const known = state.answers.get(key);
  if (known && known.body !== body)
    return refused("idempotency_error", "Keys can only be used with the same parameters.");
  if (known) return known.answer;
  const answer = work();
  if (answer.status < 500) state.answers.set(key, { body, answer });
  return answer;
}

const refused = (type: string, message: string, extra: object = {}, status = 400): Answer => ({
  status,
  body: { error: { type, message, ...extra } },
});

const found = (body: object | undefined): Answer =>
  body ? { status: 200, body } : refused("invalid_request_error", "No such object.", { code: "resource_missing" }, 404);

function answerTo(state: State, call: string, url: URL, body: URLSearchParams): Answer {
  const [, , kind = "", id = "", verb = ""] = url.pathname.split("/");
  switch (call.replace(id, id === "search" ? "search" : id ? ":id" : "")) {
    case "POST /v1/customers":
      return { status: 200, body: { id: `cus_${randomUUID()}`, object: "customer" } };
    case "POST /v1/setup_intents":
      return beginSetup(state, body);
    case "GET /v1/setup_intents/:id":
      return found(state.setups.get(id));
    case "POST /v1/payment_intents":
      return charge(state, body);
    case "GET /v1/payment_intents/:id":
      return found(state.intents.get(id));
    case "GET /v1/payment_intents/search":
      return search(state, url);
    case "POST /v1/payment_intents/:id/cancel":
      return cancel(state, id);
    case "POST /v1/refunds":
      return refund(state, body);
    case "GET /v1/refunds":
      return { status: 200, body: { object: "list", data: [...state.refunds.values()], has_more: false } };
    case "GET /v1/refunds/:id":
      return found(state.refunds.get(id));
    case "POST /v1/payment_methods/:id/detach":
      return id === "pm_gone" ? found(undefined) : { status: 200, body: { id, object: "payment_method" } };
    default:
      throw new Error(`The stand-in does not know ${call} (${kind} ${verb})`);
  }
}

function beginSetup(state: State, body: URLSearchParams): Answer {
  const id = `seti_${randomUUID()}`;
  const setup = {
    id,
    object: "setup_intent",
    status: "requires_payment_method",
    client_secret: `${id}_secret_1`,
    customer: body.get("customer"),
    payment_method: null,
    metadata: { setup: body.get("metadata[setup]") },
  };
  state.setups.set(id, setup);
  return { status: 200, body: setup };
}

function charge(state: State, body: URLSearchParams): Answer {
  const method = body.get("payment_method") ?? "";
  if (method === "pm_down") return refused("api_error", "Out of order.", {}, 500);
  if (method === "pm_gone") return found(undefined);
  const intent = cardIntent({
    amount: Number(body.get("amount")),
    currency: body.get("currency") ?? "",
    metadata: { payment: body.get("metadata[payment]") ?? "", account: body.get("metadata[account]") ?? "" },
    payment_method: method,
    ...standing(method, body),
  });
  state.intents.set(intent.id, intent);
  if (intent.last_payment_error)
    return refused("card_error", "Declined.", { ...intent.last_payment_error, payment_intent: intent }, 402);
  return { status: 200, body: intent };
}

function standing(method: string, body: URLSearchParams): Partial<Intent> {
  const declined = (code: string, decline_code?: string): Partial<Intent> => ({
    status: "requires_payment_method",
    amount_received: 0,
    last_payment_error: { type: "card_error", code, decline_code, message: "Your card was declined." },
  });
  if (method === "pm_declined") return declined("card_declined", "insufficient_funds");
  if (method === "pm_debit") return { status: "processing", amount_received: 0 };
  if (method !== "pm_authenticate") return {};
  if (body.get("off_session") === "true") return declined("authentication_required");
  const url = "https://hooks.stripe.com/3d_secure/authenticate";
  return {
    status: "requires_action",
    amount_received: 0,
    next_action: { type: "redirect_to_url", redirect_to_url: { url, return_url: body.get("return_url") } },
  };
}

function search(state: State, url: URL): Answer {
  const [, payment] = /^metadata\['payment'\]:'([^']+)'$/.exec(url.searchParams.get("query") ?? "") ?? [];
  const data = [...state.intents.values()].filter(({ metadata }) => metadata.payment === payment);
  return {
    status: 200,
    body: { object: "search_result", data, has_more: false, next_page: null, url: "/v1/payment_intents/search" },
  };
}

function cancel(state: State, id: string): Answer {
  const intent = state.intents.get(id);
  if (!intent) return found(undefined);
  if (intent.status === "succeeded") {
    return refused("invalid_request_error", "It has succeeded.", { code: "payment_intent_unexpected_state" });
  }
  const cancelled: Intent = { ...intent, status: "canceled", next_action: null };
  state.intents.set(id, cancelled);
  return { status: 200, body: cancelled };
}

function refund(state: State, body: URLSearchParams): Answer {
  const payment = state.intents.get(body.get("payment_intent") ?? "");
  const amount = Number(body.get("amount"));
  const given = [...state.refunds.values()]
    .filter((one) => one.payment_intent === payment?.id)
    .reduce((sum, one) => sum + Number(one.amount), 0);
  if (!payment || given + amount > payment.amount_received) {
    return refused("invalid_request_error", "Refund amount is greater than unrefunded amount on charge.");
  }
  const metadata = { refund: body.get("metadata[refund]"), account: body.get("metadata[account]") };
  const made = refundObject({ amount, payment_intent: payment.id, currency: payment.currency, metadata });
  state.refunds.set(String(made.id), made);
  return { status: 200, body: made };
}
