import { Status } from "@/components/ui/status";
import type { RoleRequestStatus } from "@/lib/accounts/role-requests/schema";
import { t } from "@/lib/platform/language/t";
import { statusWords } from "./request-words";

export function RequestStatus({ status }: { status: RoleRequestStatus }) {
  const { name, tone } = statusWords[status];
  return <Status tone={tone}>{t(name)}</Status>;
}
