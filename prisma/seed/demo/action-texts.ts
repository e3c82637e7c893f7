import type { ActionPlan } from "../builders/action";
import type { Northwind } from "./northwind";

export type DemoPerson = Exclude<keyof Northwind["contacts"], "custom" | "notices">;

export interface ActionText {
  readonly title: string;
  readonly details?: string;
  readonly by?: DemoPerson;
  readonly to: readonly (DemoPerson | readonly [DemoPerson, NonNullable<ActionPlan["status"]> & "complete", string])[];
  readonly status?: ActionPlan["status"];
  /** Days from today; negative ones have passed. */
  readonly due?: number;
  readonly createdDaysAgo: number;
  readonly changedDaysAgo?: number;
  readonly note?: string;
  readonly comments?: readonly {
    readonly by: DemoPerson;
    readonly body: string;
    readonly daysAgo: number;
    readonly private?: true;
  }[];
}

/** What Northwind has agreed to do, oldest first. */
export const actionTexts: readonly ActionText[] = [
  {
    title: "Move the web shop to the second server",
    to: ["support"],
    status: "closed",
    due: -300,
    createdDaysAgo: 340,
    changedDaysAgo: 305,
  },
  {
    title: "Collect quotes for the warehouse roof",
    to: ["billingSupport"],
    status: "closed",
    due: -260,
    createdDaysAgo: 290,
    changedDaysAgo: 262,
  },
  {
    title: "Publish the new privacy notice",
    to: ["administrator"],
    status: "complete",
    due: -210,
    createdDaysAgo: 240,
    changedDaysAgo: 214,
  },
  {
    title: "Agree payment terms with Kestrel Consulting",
    to: ["billing"],
    status: "complete",
    due: -170,
    createdDaysAgo: 200,
    changedDaysAgo: 168,
  },
  {
    title: "Test restoring the orders database from backup",
    details: "Restore last night's backup to staging and compare the row counts of the ten largest tables.",
    to: ["support", "administrator"],
    status: "complete",
    due: -120,
    createdDaysAgo: 150,
    changedDaysAgo: 121,
    comments: [{ by: "support", body: "Restored in 34 minutes. All ten tables match.", daysAgo: 121 }],
  },
  {
    title: "Replace the fire extinguishers in hall 2",
    to: ["billingSupport"],
    status: "closed",
    due: -90,
    createdDaysAgo: 130,
    changedDaysAgo: 88,
  },
  {
    title: "Review who has access to the accounting folder",
    to: ["administrator", "billing"],
    status: "complete",
    due: -60,
    createdDaysAgo: 95,
    changedDaysAgo: 61,
  },
  {
    title: "Write the job description for a second controller",
    to: ["billing"],
    status: "closed",
    due: -45,
    createdDaysAgo: 80,
    changedDaysAgo: 50,
    comments: [{ by: "owner", body: "We'll hire in spring instead. Closing this for now.", daysAgo: 50 }],
  },
  {
    title: "Switch the domain to automatic renewal",
    to: ["support"],
    status: "complete",
    due: -30,
    createdDaysAgo: 50,
    changedDaysAgo: 33,
  },
  {
    title: "Send the signed lease for the Dordrecht depot",
    details: "The landlord needs both originals. Keep a scan.",
    to: ["owner"],
    status: "inProgress",
    due: -12,
    createdDaysAgo: 40,
    changedDaysAgo: 15,
    comments: [{ by: "administrator", body: "The landlord called again this morning.", daysAgo: 3 }],
  },
  {
    title: "Reconcile the supplier statements of last quarter",
    to: ["billing"],
    status: "inProgress",
    due: -8,
    createdDaysAgo: 38,
    changedDaysAgo: 9,
    note: "Two statements are still missing: Veltman and Osaka Parts.",
    comments: [{ by: "billing", body: "Ask Veltman's new contact, the old one has left.", daysAgo: 9, private: true }],
  },
  {
    title: "Rotate the API keys of the robot fleet",
    to: ["support"],
    status: "notStarted",
    due: -5,
    createdDaysAgo: 33,
  },
  {
    title: "Renew the product liability insurance",
    details:
      "The broker's offer is valid until the end of the month:\n\n- cover **5 million** instead of 3\n- excess unchanged\n- starts the day the old policy ends",
    to: ["billing", "owner"],
    status: "inProgress",
    due: -2,
    createdDaysAgo: 30,
    changedDaysAgo: 4,
    comments: [
      {
        by: "billing",
        body: "The broker sent the revised offer. I compared it with the old policy, the wording on recalls is better.",
        daysAgo: 4,
      },
      { by: "owner", body: "Good. Please get it signed this week.", daysAgo: 3 },
    ],
  },
  {
    title: "Order badges for the new starters",
    to: ["billingSupport"],
    status: "notStarted",
    due: -1,
    createdDaysAgo: 14,
  },
  {
    title: "Answer the auditors' questions about stock",
    to: ["billing"],
    status: "inProgress",
    due: 0,
    createdDaysAgo: 12,
    changedDaysAgo: 2,
    note: "Seven of nine answered.",
  },
  {
    title: "Prepare the slides for the board meeting",
    to: ["administrator"],
    status: "inProgress",
    due: 2,
    createdDaysAgo: 10,
    changedDaysAgo: 1,
  },
  {
    title: "Check the emergency lighting in hall 1",
    to: ["billingSupport"],
    status: "notStarted",
    due: 4,
    createdDaysAgo: 9,
  },
  {
    title: "Plan the maintenance window for web-02",
    details: "At night, at a weekend, and not before the end of the quarter.",
    to: [["administrator", "complete", "Window agreed with the customers."], "support"],
    status: "inProgress",
    due: 6,
    createdDaysAgo: 9,
    changedDaysAgo: 2,
    comments: [{ by: "administrator", body: "Customers are told. Over to you, Tomás.", daysAgo: 2 }],
  },
  {
    title: "Negotiate the leasing of two forklifts",
    to: ["owner", "billing"],
    status: "onHold",
    due: 9,
    createdDaysAgo: 25,
    changedDaysAgo: 7,
    comments: [{ by: "owner", body: "On hold until the supplier's new price list is out.", daysAgo: 7 }],
  },
  { title: "Set up the shared mailbox for returns", to: ["support"], status: "notStarted", due: 12, createdDaysAgo: 6 },
  {
    title: "Draft the travel expense policy",
    to: ["billing"],
    status: "notStarted",
    due: 16,
    createdDaysAgo: 5,
    comments: [{ by: "owner", body: "Keep it to one page.", daysAgo: 5 }],
  },
  {
    title: "Find a date for the summer event",
    to: ["billingSupport"],
    status: "notStarted",
    due: 30,
    createdDaysAgo: 4,
  },
  {
    title: "Compare two providers for the phone system",
    to: ["administrator", "support"],
    status: "onHold",
    due: 40,
    createdDaysAgo: 20,
    changedDaysAgo: 11,
  },
  {
    title: "Translate the safety instructions into Polish",
    by: "administrator",
    to: ["billingSupport"],
    status: "inProgress",
    createdDaysAgo: 18,
    changedDaysAgo: 6,
  },
  { title: "Decide what happens to the legacy server", by: "administrator", to: [], createdDaysAgo: 3 },
];
