import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicFrame } from "@/components/shell/public-frame";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/config/env";
import { callerOfPage } from "@/lib/entrances/caller-of-page";
import { signedInPerson } from "@/lib/identity/signed-in-person";
import { localPath } from "@/lib/kernel/local-path";
import { signInAction } from "./action";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const search = await searchParams;
  const next = localPath(typeof search.next === "string" ? search.next : null);
  const { claim } = await callerOfPage("page");
  if (await signedInPerson(claim)) redirect(next ?? "/");
  return (
    <PublicFrame title="Sign in" company={env().COMPANY_NAME}>
      <OperationForm
        action={signInAction}
        hidden={next ? { next } : {}}
        submitLabel="Sign in"
        pendingLabel="Signing in…"
        wideSubmit
      >
        <Field name="email" label="Email address" required>
          <Input type="email" autoComplete="username" autoFocus />
        </Field>
        <Field name="password" label="Password" required>
          <Input type="password" autoComplete="current-password" />
        </Field>
        <p className="-mt-2 text-sm">
          <TextLink href="/forgot-password">Forgotten your password?</TextLink>
        </p>
      </OperationForm>
    </PublicFrame>
  );
}
