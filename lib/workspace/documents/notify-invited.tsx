import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { MailButton, MailFacts, MailLayout } from "@/lib/platform/mail/templates/layout";
import type { Context } from "@/lib/platform/operations/operation";
import { nameOfFolder } from "./folder-record";

interface Invited {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Tells those who got access to a folder, unless they did it themselves or turned such mails off. */
export async function notifyInvited(
  { db, account, actor, members }: Context<"account">,
  folder: Invited,
  gained: readonly { readonly contactId: string }[],
): Promise<void> {
  if (gained.length === 0) return;
  const people = await members({ ids: gained.map(({ contactId }) => contactId) });
  const to = noticeRecipients(people, "notices.workspace.receive").filter(
    ({ hasLogin, subject }) => hasLogin && subject.personId !== actor.personId,
  );
  if (to.length === 0) return;
  await sendNotice(db, {
    accountId: account.id,
    kind: "workspace",
    notice: "notices.workspace.receive",
    to,
    subject: () => t("You have access to the folder “{name}”", { name: nameOfFolder(folder) }),
    template: "folder-invited",
    about: { kind: "folder", ids: [folder.id] },
    // Those who gained access see it: that is how they were found.
    bell: { kind: "folder-invitation", about: { folderId: folder.id }, sees: () => true },
    body: () => (
      <MailLayout
        preview={t("{name} gave you access to a folder.", { name: actor.name })}
        heading={t("{name} gave you access to a folder", { name: actor.name })}
        footer={t("You're receiving this because you take part in the workspace of {account}.", {
          account: account.name,
        })}
      >
        <MailFacts
          facts={[
            [t("Folder"), nameOfFolder(folder)],
            [t("Account"), account.name],
          ]}
        />
        <MailButton href={`${env().PORTAL_URL}/a/${account.id}/documents/${folder.id}`}>
          {t("Open the folder")}
        </MailButton>
      </MailLayout>
    ),
  });
}
