import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Unavailable } from "@/components/shell/unavailable";
import { ButtonLink } from "@/components/ui/button-link";
import { Refusal } from "@/components/ui/refusal";
import { fieldLimits } from "@/lib/http/field-limits";
import { correctLanguage } from "@/lib/http/language-of-page";
import type { AccountFacts, Actor } from "@/lib/platform/db/credential";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { answerWithStatus } from "@/lib/platform/kernel/response-status";
import { t } from "@/lib/platform/language/t";
import { afterCommit, type Execute, type RequestContext } from "@/lib/platform/operations/execute";
import { mayExecute, mayExecuteInFull } from "@/lib/platform/operations/may-execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { isPermission } from "@/lib/policy/permissions";
import { grantableOn } from "@/lib/policy/record-grants";
import { callerIn } from "./caller-in";
import { LookElsewhere } from "./look-elsewhere";
import { requestAccess } from "./request-access";
import { sharedRequest } from "./shared-request";
import { submit } from "./submit";
import { submitRows } from "./submit-each";
import { refusedVisit } from "./visit-needed";

/** What a page gets. It executes operations and renders their results; it never decides access. */
export interface PageContext {
  readonly execute: Execute;
  /**
   * Completes a result that needs an outside call, such as a payment gateway: only in what is rendered after the
   * transaction.
   */
  readonly afterCommit: <Op extends AnyOperation>(
    operation: Op,
    asked: { readonly output: OutputOf<Op>; readonly input: InputOf<Op> },
  ) => Promise<OutputOf<Op>>;
  /** Whether to show a link or button: the operations its target executes. The target checks access again. */
  readonly may: (...operations: readonly AnyOperation[]) => boolean;
  /** Whether to show what an operation offers viewers who also hold the further permissions it checks. */
  readonly mayInFull: (operation: AnyOperation) => boolean;
  /** The server action of a command's form; redirects to `then` on success (`{field}` is filled from the result). */
  readonly action: (operation: AnyOperation, then?: string) => FormAction;
  /** The server action of a form that runs a command on each chosen row of a list, whatever its account. */
  readonly actionEach: (operation: AnyOperation) => FormAction;
  /** A form that asks for the permission of an operation, for all or for one record; undefined if the viewer can't ask for it. */
  readonly askFor: (operation: AnyOperation, recordId: string) => Promise<ReactNode>;
  readonly actor: Actor;
  /** The billing clock, as operations see it. */
  readonly now: Date;
  readonly realNow: Date;
  /** Route parameters, e.g. `params.ticketId`. */
  readonly params: Readonly<Record<string, string>>;
  /** The query string, first value per name. */
  readonly search: Readonly<Record<string, string>>;
  /** The whole query string in order, for repeated names. */
  readonly query: readonly (readonly [string, string])[];
}

export interface AccountPageContext extends PageContext {
  readonly account: AccountFacts;
  /** The path of this account, e.g. `/a/0190…`. */
  readonly base: string;
}

/** What a page renders; or a function that renders it once the transaction is over. */
type Drawn = ReactNode | (() => Promise<ReactNode>);

interface PageProps {
  readonly params: Promise<Record<string, string>>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A page below `/a/{accountId}`. */
export const accountPage =
  (render: (page: AccountPageContext) => Promise<Drawn>) =>
  (props: PageProps): Promise<ReactNode> =>
    drawPage(accountOf(props.params), props, (page, account) => {
      if (account === null) notFound();
      return render({ ...page, account, base: `/a/${account.id}` });
    });

/** A page outside any account: the profile, the staff console. */
export const personPage =
  (render: (page: PageContext) => Promise<Drawn>) =>
  (props: PageProps): Promise<ReactNode> =>
    drawPage(Promise.resolve(null), props, render);

async function accountOf(params: PageProps["params"]): Promise<string> {
  const { accountId } = await params;
  if (!id.safeParse(accountId).success) notFound();
  return accountId ?? "";
}

type Render = (page: PageContext, account: AccountFacts | null) => Promise<Drawn>;

async function drawPage(where: Promise<string | null>, props: PageProps, render: Render): Promise<ReactNode> {
  try {
    const entered = callerIn(where);
    const drawn = await sharedRequest().join(
      entered,
      async (request) => {
        const { accountId } = await entered;
        try {
          return await render(await contextOf(request, accountId, props), request.scope.account);
        } catch (error) {
          return refusalOf(error, request, accountId, await props.params);
        }
      },
      { untilOver: true },
    );
    return typeof drawn === "function" ? await drawn() : drawn;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "not-signed-in") redirect(await signInPath());
    const { lookAccountId } = error.extra;
    if (lookAccountId !== undefined) {
      answerWithStatus(403);
      return <LookElsewhere detail={error.detail} accountId={lookAccountId} />;
    }
    if (error.code === "not-found" || error.code === "invalid") notFound();
    if (error.code === "unavailable" || error.code === "too-many") {
      answerWithStatus(error.status, { "retry-after": String(error.extra.retryAfter ?? 5) });
      return <Unavailable title={error.title} detail={error.detail} />;
    }
    throw error;
  }
}

async function contextOf(request: RequestContext, accountId: string | null, props: PageProps): Promise<PageContext> {
  const { execute, scope } = request;
  correctLanguage(scope.actor.locale);
  const { accountId: _, ...params } = await props.params;
  const given = await props.searchParams;
  return {
    execute,
    afterCommit: (operation, asked) => afterCommit(operation, asked, accountId),
    may: (...operations) => mayExecute(scope.viewer, ...operations),
    mayInFull: (operation) => mayExecuteInFull(scope.viewer, operation),
    action: (operation, then) => ({
      send: submit.bind(null, operation.name, accountId, then ?? null),
      limits: fieldLimits(operation.input),
    }),
    actionEach: (operation) => submitRows.bind(null, operation.name),
    askFor: async ({ permission }, recordId) =>
      accountId === null ? undefined : requestAccess(request, { accountId, permission, recordId }),
    actor: scope.actor,
    now: scope.businessNow,
    realNow: scope.now,
    params,
    search: firstOfEach(given),
    query: everyOne(given),
  };
}

const signInPath = () => andBack("/sign-in");

/** The path of a page that leads back to this one. */
async function andBack(to: string): Promise<string> {
  const path = (await headers()).get("x-portcullis-path");
  return path === null ? to : `${to}?next=${encodeURIComponent(path)}`;
}

/** What a denied page shows instead, read in the page's own transaction. Rethrows everything else. */
async function refusalOf(
  error: unknown,
  request: RequestContext,
  accountId: string | null,
  params: Readonly<Record<string, string>>,
): Promise<ReactNode> {
  if (!(error instanceof Problem) || error.code !== "refused") throw error;
  answerWithStatus(403);
  const { permission, gate, reason, visitAccountId } = error.extra;
  if (visitAccountId !== undefined && visitAccountId === accountId)
    return refusedVisit(request, accountId, error.detail, reason === "visit-approval");
  if (visitAccountId !== undefined) {
    const href = await andBack(`/a/${visitAccountId}/staff-visit`);
    return <Refusal message={error.detail} ask={<OpenAccount href={href} />} />;
  }
  if (gate === "two-factor-missing") return <Refusal message={error.detail} ask={<SetUpTwoFactor />} />;
  const ask =
    accountId !== null && permission !== undefined
      ? await requestAccess(request, { accountId, permission, recordId: recordIn(params, permission) })
      : undefined;
  return <Refusal message={error.detail} permission={permission} ask={ask} />;
}

/** The record that the page is about, if the permission can be granted for it alone. */
function recordIn(params: Readonly<Record<string, string>>, permission: string): string | undefined {
  const kind = isPermission(permission) ? grantableOn(permission) : null;
  return kind === null ? undefined : params[`${kind}Id`];
}

/** They lift this gate themselves. */
const SetUpTwoFactor = () => (
  <ButtonLink href="/profile/security#two-factor" variant="primary">
    {t("Set up two-factor sign-in")}
  </ButtonLink>
);

/** For a record of an account on a page outside of it. */
const OpenAccount = ({ href }: { href: string }) => (
  <ButtonLink href={href} variant="primary">
    {t("Say why")}
  </ButtonLink>
);

function firstOfEach(search: Record<string, string | string[] | undefined>): Record<string, string> {
  const first: Record<string, string> = {};
  for (const [name, value] of Object.entries(search)) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) first[name] = one;
  }
  return first;
}

const everyOne = (search: Record<string, string | string[] | undefined>): [string, string][] =>
  Object.entries(search).flatMap(([name, value = []]) => [value].flat().map((one): [string, string] => [name, one]));
