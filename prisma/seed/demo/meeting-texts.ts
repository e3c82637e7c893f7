/** What Northwind's management talks about, month by month: the texts repeat after some months, the months don't. */
export const standingAgenda = `Welcome and minutes of the last meeting (5)
Delivery and open orders (20)
Finance report (15)
- Coffee break (10)
Infrastructure and incidents (20)
People (15)
Any other business (5)`;

type Texts = readonly [string, ...string[]];

/** By the title of the item. */
export const minutesTexts: Readonly<Record<string, Texts>> = {
  "Welcome and minutes of the last meeting": [
    "Ingrid opened the meeting. The minutes of the last meeting were approved without changes.",
    "Ingrid opened the meeting. The minutes were approved after the name of the Kestrel contact was corrected.",
    "Ingrid opened the meeting and welcomed Hannah as minute taker. The minutes were approved.",
  ],
  "Delivery and open orders": [
    "11 of 12 gripper arms were delivered on time. The twelfth waits for a bearing from the supplier in Brno, expected on the 18th.\n\n- **Tomás** asks the supplier for a second source.",
    "All orders of the month were delivered. Two customers asked for an earlier date for spring; Hannah checks what the assembly line can do.",
    "Three orders are late because of the customs strike in Rotterdam. The customers were told the same day.\n\n- **Hannah** prepares a plan for the next strike.",
    "The first of the new palletisers runs at the customer's site. Commissioning took two days instead of four.",
  ],
  "Finance report": [
    "Priya presented the month. Receivables over 60 days are down to two invoices, both with a payment plan.",
    "Priya presented the month. Hosting costs rose by 4 % because of the second web server; the forecast for the year is unchanged.",
    "Priya presented the quarter. The budget for test equipment is used up; new requests wait for July.",
  ],
  "Infrastructure and incidents": [
    "One incident: orders-db was slow for 40 minutes after an index was dropped by mistake. Restored from the backup copy, nothing was lost.\n\n- **Marcus** adds a check to the release list.",
    "No incidents. The restore test of the nightly backups took 23 minutes and succeeded.",
    "web-02 was restarted for the kernel update on Sunday. Downtime was six minutes, inside the announced window.",
    "The certificate was renewed. Staging stays suspended until the rebuild in autumn.",
  ],
  People: [
    "Jun's contract was extended by four months. Handover of the build server starts next week.",
    "Two interviews for the warehouse team take place this month. Dagny takes part.",
    "The survey came back with 31 of 34 answers. Results are discussed with the teams first.",
  ],
  "Any other business": [
    "None.",
    "The next meeting starts half an hour later because of the fire drill.",
    "The summer party is on the last Friday of June.",
  ],
};

export const aheadNotes: Readonly<Record<string, string>> = {
  "Delivery and open orders": "Please read the list of open orders beforehand.",
  "Infrastructure and incidents": "Includes the plan for moving the order database to the new cluster.",
};
