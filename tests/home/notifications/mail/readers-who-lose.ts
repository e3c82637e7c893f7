import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { changeApproval } from "@/lib/accounts/staff-visits/change-approval";
import { startVisit } from "@/lib/accounts/staff-visits/start-visit";
import { announceInvoice } from "@/lib/billing/core/renewals/announce-invoice";
import { asJob } from "@/lib/platform/db/transaction";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { sendLoginLinks } from "@/lib/services/core/send-login-links";
import { notifyServiceEnd } from "@/lib/services/services/notify-service-end";
import { askForRatingJob } from "@/lib/support/tickets/ask-for-rating-job";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { watchTicket } from "@/lib/support/tickets/watch-ticket";
import { commentOnAction } from "@/lib/workspace/actions/comment-on-action";
import { createAction } from "@/lib/workspace/actions/create-action";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { remindVoters } from "@/lib/workspace/decisions/remind-voters";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { inviteToGroup } from "@/lib/workspace/discussions/invite-to-group";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { remindOfMeetingsJob } from "@/lib/workspace/meetings/reminders/remind-of-meetings-job";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { buildFolder } from "@/prisma/seed/builders/document";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import { bookedInvoice } from "@/tests/fixtures/booked-invoice";
import type { TestPortal } from "@/tests/fixtures/portal";
import { aGroup } from "@/tests/workspace/discussions/arrange";

export const OWNER = "owner@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const SUPPORT = "support@northwind.example";
const AGENT = "staff-support@portcullis.example";

type Roles = Parameters<typeof buildContact>[2]["roles"];

/** A mail to somebody waits; `lose` is what they lose meanwhile, and says whose mail must not be sent. */
interface Waiting {
  readonly to: string;
  readonly lose: () => Promise<unknown>;
  /** If others need it. */
  readonly restore?: () => Promise<unknown>;
}

/** For each kind that a mail can be about: somebody gets one, and how they lose what it is about before it is sent. */
export function readersWhoLose(portal: TestPortal): Readonly<Record<string, () => Promise<Waiting>>> {
  const { id: accountId, contacts, services } = portal.demo.northwind;
  const { owner: db } = portal;
  let people = 0;
  const person = async (roles: Roles) => {
    people += 1;
    const email = `loser-${people}@northwind.example`;
    return { email, id: await buildContact(db, accountId, { email, name: `Lena Loser ${people}`, roles }) };
  };
  const run = async <Op extends AnyOperation>(email: string, op: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
    execute(await portal.as(email), accountId, op, input);
  const open = (subject = "Slow") => run(SUPPORT, openTicket, { subject, message: "The text of a ticket." });
  const noDepartments = (id: string) => db.contact.update({ where: { id }, data: { departmentsOff: ["support"] } });
  const noRoles = (contactId: string) => db.contactRole.deleteMany({ where: { contactId } });
  const act = (assignee: string) =>
    run(OWNER, createAction, { title: "Renew the lease", details: "", dueOn: null, assigneeIds: [assignee] });
  const meeting = () =>
    buildMeeting(db, accountId, {
      createdBy: { contactId: contacts.owner, name: "Ingrid Solheim" },
      chair: contacts.owner,
      status: "scheduled",
    });

  return {
    ticket: async () => {
      const { email: to, id } = await person(["support"]);
      await open();
      return { to, lose: () => noDepartments(id) };
    },
    "ticket-watched": async () => {
      const { email: to, id } = await person(["support"]);
      await db.contact.update({ where: { id }, data: { noticesOff: ["notices.support.receive"] } });
      const { id: ticketId } = await open();
      await run(to, watchTicket, { ticketId, watch: true });
      await run(SUPPORT, replyToTicket, { ticketId, message: "Any news?" });
      return { to, lose: () => run(to, watchTicket, { ticketId, watch: false }) };
    },
    "ticket-mention": async () => {
      const { email: to, id } = await person(["support"]);
      const { name } = await db.contact.findUniqueOrThrow({ where: { id } });
      const { id: ticketId } = await open();
      await run(SUPPORT, replyToTicket, { ticketId, message: `What do you think, @${name}?` });
      return { to, lose: () => noRoles(id) };
    },
    "ticket-rating": async () => {
      const { email: to, id } = await person(["support"]);
      const { id: ticketId } = await run(to, openTicket, { subject: "Rated", message: "Please look." });
      await run(to, closeTicket, { ticketId });
      await runBatch(askForRatingJob, addDays(new Date(), 1.1));
      return { to, lose: () => noDepartments(id) };
    },
    "ticket-staff": async () => {
      await open();
      const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: AGENT } });
      return {
        to: AGENT,
        lose: () => db.person.update({ where: { id: personId }, data: { suspendedAt: new Date() } }),
        restore: () => db.person.update({ where: { id: personId }, data: { suspendedAt: null } }),
      };
    },
    "action-assigned": async () => {
      const { email: to, id } = await person(["billing"]);
      await act(id);
      return { to, lose: () => db.actionAssignment.deleteMany({ where: { contactId: id } }) };
    },
    "action-comment": async () => {
      const { email: to, id } = await person(["billing"]);
      const { id: actionId } = await act(id);
      await db.outboxMail.deleteMany();
      const comment = await run(OWNER, commentOnAction, { actionId, comment: "Is it done?", private: false });
      return { to, lose: () => db.actionComment.delete({ where: { id: comment.id } }) };
    },
    meeting: async () => {
      const { email: to, id: contactId } = await person(["billing"]);
      const { meetingId } = await meeting();
      await run(OWNER, inviteAttendees, { meetingId, people: [contactId] });
      return { to, lose: () => run(OWNER, uninviteAttendee, { meetingId, contactId }) };
    },
    "meeting-reminder": async () => {
      const { email: to, id: contactId } = await person(["billing"]);
      const { meetingId } = await meeting();
      const invited = { accountId, meetingId, contactId, invitedByName: "Ingrid Solheim" };
      await db.meetingInvitation.create({ data: invited });
      const { startsAt } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
      await runBatch(remindOfMeetingsJob, addMinutes(startsAt, -60));
      return {
        to,
        lose: () =>
          db.meetingInvitation.updateMany({
            where: { meetingId },
            data: { answer: "apologies", answeredAt: new Date() },
          }),
      };
    },
    "discussion-post": async () => {
      const { email: to, id } = await person(["billing"]);
      const groupId = await aGroup(db, {
        accountId,
        isPrivate: true,
        ownerContactId: contacts.owner,
        members: [contacts.owner, id],
        telling: { level: "all", frequency: "atOnce" },
      });
      await run(OWNER, startThread, { groupId, title: "Secret", message: "Only for us." });
      return { to, lose: () => db.discussionMember.deleteMany({ where: { groupId, contactId: id } }) };
    },
    "discussion-group": async () => {
      const { email: to, id } = await person(["billing"]);
      const groupId = await aGroup(db, { accountId, isPrivate: true, ownerContactId: contacts.owner });
      await run(OWNER, inviteToGroup, { groupId, people: [id] });
      return { to, lose: () => db.discussionMember.deleteMany({ where: { groupId, contactId: id } }) };
    },
    "discussion-digest": async () => {
      const { email: to, id } = await person(["billing"]);
      const group = (isPrivate: boolean) =>
        aGroup(db, {
          accountId,
          isPrivate,
          ownerContactId: contacts.owner,
          members: [id],
          telling: { level: "all", frequency: "daily" },
        });
      const [secret, shared] = [await group(true), await group(false)];
      await db.discussionDigest.create({
        data: { accountId, contactId: id, frequency: "daily", timeZone: "UTC", dueAt: new Date() },
      });
      for (const groupId of [secret, shared])
        await run(OWNER, startThread, { groupId, title: "New", message: "Read." });
      await runBatch(digestJob, addDays(new Date(), 2));
      return { to, lose: () => db.discussionMember.deleteMany({ where: { groupId: secret, contactId: id } }) };
    },
    decision: async () => {
      const { email: to, id: contactId } = await person(["billing"]);
      const decisionId = await buildDecision(db, accountId, {
        title: "A quiet matter",
        chair: { id: contacts.owner, name: "Ingrid Solheim" },
        voters: [contactId],
      });
      await run(OWNER, remindVoters, { decisionId });
      return { to, lose: () => run(OWNER, recuse, { decisionId, contactId, reason: "Works there" }) };
    },
    folder: async () => {
      const { email: to, id } = await person(["billing"]);
      const folderId = await buildFolder(db, accountId, { name: "Board papers", people: [] });
      const list = (people: string[]) =>
        run(OWNER, changeAccess, { folderId, access: "own", people, viewOnly: false } as never);
      await list([id]);
      return { to, lose: () => list([]) };
    },
    "login-details": async () => {
      const { email: to, id } = await person(["support"]);
      await asJob(accountId, new Date(), (job) =>
        sendLoginLinks(job, { id: services.web1, name: "web-01", justSetUp: false }, new Date()),
      );
      const permission = "services.credentials.view";
      const denied = { accountId, contactId: id, permission, effect: "off", givenByName: "Ingrid Solheim" } as const;
      return { to, lose: () => db.contactPermission.create({ data: denied }) };
    },
    services: async () => {
      const { email: to, id: contactId } = await person(["support"]);
      const ended = { serviceName: "web-01", productName: "Server", cancelledBy: "Ingrid Solheim", reason: "Moved" };
      await asJob(accountId, new Date(), (job) => notifyServiceEnd(job, { serviceId: services.web1, ...ended }));
      return {
        to,
        lose: async () => {
          await db.contact.update({ where: { id: contactId }, data: { limitedToServices: true } });
          await db.contactService.create({ data: { accountId, contactId, serviceId: services.web2 } });
        },
      };
    },
    "account-owner": async () => {
      await run(OWNER, changeApproval, { approval: "everything" } as never);
      await db.staffVisit.deleteMany({ where: { accountId } });
      await run(AGENT, startVisit, { reason: "support", note: "They wrote to us", hours: 1 } as never);
      return {
        to: OWNER,
        lose: () => db.account.update({ where: { id: accountId }, data: { ownerContactId: contacts.administrator } }),
        restore: () => db.account.update({ where: { id: accountId }, data: { ownerContactId: contacts.owner } }),
      };
    },
    "ownership-offer": async () => {
      const { offerId } = await run(OWNER, offerOwnership, { contactId: contacts.administrator });
      return { to: ADMINISTRATOR, lose: () => run(OWNER, withdrawOffer, { offerId }) };
    },
    invitation: async () => {
      const to = "invited-loser@northwind.example";
      const plan = { roles: ["support"], overrides: [], limitedToServices: false, endsAt: null };
      const { contactId } = await run(OWNER, invitePerson, { name: "Ina Invited", email: to, ...plan } as never);
      return {
        to,
        lose: () => db.invitation.updateMany({ where: { contactId }, data: { revokedAt: new Date() } }),
      };
    },
    "access-request": async () => {
      const { email } = await person(["billing"]);
      const { requestId } = await run(email, askForPermission, { permission: "people.export", recordId: null });
      return {
        to: ADMINISTRATOR,
        lose: () => db.permissionRequest.update({ where: { id: requestId }, data: { status: "declined" } }),
      };
    },
    /** Nothing but the notification itself: what the mail shows is for everybody who gets it. */
    "": async () => {
      const { email: to, id } = await person(["billing"]);
      const { id: invoiceId } = await bookedInvoice(db, accountId, "open");
      await asJob(accountId, new Date(), (job) => announceInvoice(job, invoiceId));
      return { to, lose: () => noRoles(id) };
    },
  };
}
