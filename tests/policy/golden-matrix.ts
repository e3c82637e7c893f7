/**
 * The whole policy, written a second time by hand: every permission and every role, "no" included. It is compared with the
 * library, never generated from it. To change the policy, change both tables and explain why in docs/decisions.
 */
export const goldenMatrix = `
permission                         owner     administrator  billing              support              agent                        accounting               manager  self

dashboard.view                     always    always         always               always               no                           no                       no       no

account.view                       always    always         always               always               always                       always                   always   no
account.close                      always    no             no                   no                   no                           no                       no       no
account.ownership.transfer         always    no             no                   no                   no                           no                       no       no

settings.profile.view              always    always         no                   no                   no                           no                       no       no
settings.profile.update            always    always         no                   no                   no                           no                       no       no
settings.areas.change              always    always         no                   no                   no                           no                       no       no
settings.staff-access.view         always    always         no                   no                   no                           no                       no       no
settings.staff-access.change       always    no             no                   no                   no                           no                       no       no
settings.notices.view              always    always         no                   no                   no                           no                       no       no

people.members.view                always    always         always               always               always                       always                   always   no
people.members.view-details        always    always         always               always               always                       always                   always   no
people.members.add                 always    always         no                   no                   no                           no                       no       no
people.members.remove              always    always         no                   no                   no                           no                       no       no
people.members.suspend             always    always         no                   no                   no                           no                       no       no
people.members.look-as             always    always         no                   no                   always                       no                       always   no
people.members.update-name         always    always         no                   no                   no                           no                       no       no
people.members.update-email        always    always         no                   no                   no                           no                       no       no
people.members.resend-invite       always    always         no                   no                   no                           no                       no       no
people.non-members.view            always    always         always               always               always                       always                   always   no
people.non-members.view-details    always    always         no                   no                   always                       always                   always   no
people.non-members.add             always    always         no                   no                   no                           no                       no       no
people.roles.change                always    always         no                   no                   no                           no                       no       no
people.terms.set                   always    always         no                   no                   no                           no                       no       no
people.export                      always    always         no                   no                   no                           no                       no       no
people.two-factor.enforce          always    always         no                   no                   no                           no                       no       no
people.requests.answer             always    always         no                   no                   no                           no                       no       no

billing.overview.view              always    always         always               no                   no                           always                   always   no
billing.invoices.view              ifIssued  ifIssued       ifIssued             no                   no                           always                   always   no
billing.invoices.pay               ifIssued  ifIssued       ifIssued             no                   no                           no                       no       no
billing.payment-methods.view       always    always         always               no                   no                           always                   always   no
billing.payment-methods.update     always    always         always               no                   no                           no                       no       no
billing.autopay.change             always    always         always               no                   no                           no                       no       no
billing.statements.view            always    always         always               no                   no                           always                   always   no
billing.prices.view                always    always         always               no                   no                           always                   always   no
billing.credit.view                always    always         always               no                   no                           always                   always   no
billing.refunds.issue              no        no             no                   no                   no                           always                   always   no
billing.invoices.manage            no        no             no                   no                   no                           always                   always   no
billing.credit.grant               no        no             no                   no                   no                           always                   always   no

services.view                      always    always         always               always               always                       always                   always   no
services.credentials.view          always    always         no                   always               no                           no                       no       no
services.manage                    always    always         no                   no                   always                       no                       always   no
services.order                     always    no             no                   no                   no                           no                       no       no
services.cancel                    always    no             no                   no                   no                           no                       no       no
services.set-up                    no        no             no                   no                   always                       no                       always   no

support.tickets.view               always    always         no                   always               always                       ifBilling                always   no
support.tickets.open               always    always         no                   always               always                       ifBilling                always   no
support.tickets.reply              always    always         no                   always               always                       ifBilling                always   no
support.tickets.close              always    always         no                   always               always                       ifBilling                always   no
support.tickets.watch              always    always         no                   always               no                           no                       no       no
support.tickets.rate               always    always         no                   always               no                           no                       no       no
support.tickets.note               no        no             no                   no                   always                       ifBilling                always   no
support.tickets.assign             no        no             no                   no                   always                       ifBilling                always   no

notices.invoices.receive           always    always         always               no                   no                           no                       no       no
notices.billing.receive            always    always         always               no                   no                           no                       no       no
notices.services.receive           always    always         no                   always               no                           no                       no       no
notices.support.receive            always    always         no                   always               no                           no                       no       no
notices.workspace.receive          always    always         always               always               no                           no                       no       no

discussions.groups.create          always    always         always               always               no                           no                       no       no
discussions.groups.view-private    always    always         ifInvited            ifInvited            no                           no                       no       no
discussions.groups.view-public     always    always         always               always               no                           no                       no       no
discussions.groups.join-private    always    always         ifInvited            ifInvited            no                           no                       no       no
discussions.groups.join-public     always    always         always               always               no                           no                       no       no
discussions.groups.update-public   always    always         ifGroupOwner         ifGroupOwner         no                           no                       no       no
discussions.groups.update-private  always    always         ifGroupOwner         ifGroupOwner         no                           no                       no       no
discussions.groups.delete          always    always         ifGroupOwner         ifGroupOwner         no                           no                       no       no
discussions.threads.create         always    always         always               always               no                           no                       no       no
discussions.threads.delete         always    always         no                   no                   no                           no                       no       no
discussions.replies.create         always    always         always               always               no                           no                       no       no
discussions.replies.update         always    always         own                  own                  no                           no                       no       no
discussions.replies.delete         always    always         own                  own                  no                           no                       no       no
discussions.notifications.update   always    always         own                  own                  no                           no                       no       no

meetings.view                      always    always         ifInvited|ifCreator  ifInvited|ifCreator  no                           no                       no       no
meetings.create                    always    always         always               always               no                           no                       no       no
meetings.types.update              always    always         no                   no                   no                           no                       no       no
meetings.delete                    always    always         ifCreator            ifCreator            no                           no                       no       no
meetings.update                    always    always         ifCreator|ifChair    ifCreator|ifChair    no                           no                       no       no
meetings.control                   always    always         ifCreator|ifChair    ifCreator|ifChair    no                           no                       no       no
meetings.features.use              always    always         ifMeetingAllows      ifMeetingAllows      no                           no                       no       no

actions.view                       always    always         ifAssigned           ifAssigned           no                           no                       no       no
actions.update                     always    always         ifAssigned           ifAssigned           no                           no                       no       no
actions.assign                     always    always         no                   no                   no                           no                       no       no
actions.resend                     always    always         no                   no                   no                           no                       no       no

decisions.search                   always    always         ifInvited            ifInvited            no                           no                       no       no
decisions.titles.view              ifInvited ifInvited      ifInvited            ifInvited            no                           no                       no       no
decisions.proposals.create         always    always         no                   no                   no                           no                       no       no
decisions.proposals.add-members    always    always         no                   no                   no                           no                       no       no
decisions.proposals.extend         always    always         no                   no                   no                           no                       no       no
decisions.proposals.close          always    always         no                   no                   no                           no                       no       no
decisions.proposals.lead           ifChair   ifChair        no                   no                   no                           no                       no       no
decisions.proposals.view           ifInvited|ifVoter ifInvited|ifVoter ifVoter              ifVoter              no                           no                       no       no
decisions.proposals.comment        ifInvited|ifVoter ifInvited|ifVoter ifVoter              ifVoter              no                           no                       no       no
decisions.proposals.vote           ifVoter   ifVoter        ifVoter              ifVoter              no                           no                       no       no
decisions.interests.view           always    always         own                  own                  no                           no                       no       no
decisions.interests.declare        own       own            own                  own                  no                           no                       no       no

documents.view                     always    always         inFoldersInvited     inFoldersInvited     no                           no                       no       no
documents.files.upload             always    always         inFoldersInvited     inFoldersInvited     no                           no                       no       no
documents.folders.create           always    always         inFoldersInvited     inFoldersInvited     no                           no                       no       no
documents.files.move               always    always         no                   no                   no                           no                       no       no
documents.folders.move             always    always         no                   no                   no                           no                       no       no
documents.files.reorder            always    always         no                   no                   no                           no                       no       no
documents.folders.reorder          always    always         no                   no                   no                           no                       no       no
documents.folders.change-access    always    always         no                   no                   no                           no                       no       no
documents.files.replace            always    always         no                   no                   no                           no                       no       no
documents.files.delete             always    always         no                   no                   no                           no                       no       no
documents.folders.delete           always    always         no                   no                   no                           no                       no       no

links.add                          always    always         always               always               no                           no                       no       no
links.update                       always    always         always               always               no                           no                       no       no
links.delete                       always    always         always               always               no                           no                       no       no
links.search                       always    always         always               always               no                           no                       no       no

activity.view                      always    always         no                   no                   no                           no                       always   no
activity.export                    always    always         no                   no                   no                           no                       no       no

reports.view                       always    always         no                   no                   no                           no                       no       no
reports.export                     always    always         no                   no                   no                           no                       no       no

staff.accounts.find                no        no             no                   no                   always                       always                   always   no
staff.accounts.create              no        no             no                   no                   no                           always                   always   no
staff.roles.give                   no        no             no                   no                   always                       always                   always   no
staff.ownership.transfer           no        no             no                   no                   no                           no                       always   no
staff.mail.view                    no        no             no                   no                   ifAboutServicesOrPeople      ifBilling|ifAboutPeople  ifNotOfWorkspace no
staff.inbound-mail.handle          no        no             no                   no                   always                       ifBilling                always   no
staff.attempts.view                no        no             no                   no                   no                           no                       always   no
staff.team.manage                  no        no             no                   no                   no                           no                       always   no
staff.receivables.view             no        no             no                   no                   no                           always                   always   no
staff.billing-setup.manage         no        no             no                   no                   no                           always                   always   no
staff.products.manage              no        no             no                   no                   no                           always                   always   no
staff.provisioning.manage          no        no             no                   no                   no                           no                       always   no
staff.emergency.use                no        no             no                   no                   no                           no                       always   no
staff.two-factor.reset             no        no             no                   no                   no                           no                       always   no
staff.desk.manage                  no        no             no                   no                   no                           no                       always   no
staff.brand.manage                 no        no             no                   no                   no                           no                       always   no
staff.retention.manage             no        no             no                   no                   no                           no                       always   no
staff.clock.move                   no        no             no                   no                   no                           always                   always   no

profile.manage                     no        no             no                   no                   no                           no                       no       always
`;
