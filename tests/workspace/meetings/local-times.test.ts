import { describe, expect, it } from "vitest";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { Problem } from "@/lib/platform/kernel/problem";
import { instantsOf } from "@/lib/workspace/meetings/local-times";

const at = (day: string, startTime: string, endTime: string, zone: string) => {
  const { startsAt, endsAt } = instantsOf({ day, startTime, endTime, zone });
  return [startsAt.toISOString(), endsAt.toISOString()];
};

describe("a meeting entered by the clocks of its place", () => {
  it.each([
    ["before Berlin's clocks go forward", "2027-03-27", "Europe/Berlin", "2027-03-27T09:00:00.000Z"],
    ["after they did", "2027-03-28", "Europe/Berlin", "2027-03-28T08:00:00.000Z"],
    ["before they go back", "2027-10-30", "Europe/Berlin", "2027-10-30T08:00:00.000Z"],
    ["after they did", "2027-10-31", "Europe/Berlin", "2027-10-31T09:00:00.000Z"],
    ["before New York's clocks go forward", "2027-03-13", "America/New_York", "2027-03-13T15:00:00.000Z"],
    ["after they did", "2027-03-14", "America/New_York", "2027-03-14T14:00:00.000Z"],
    ["before they go back", "2027-11-06", "America/New_York", "2027-11-06T14:00:00.000Z"],
    ["after they did", "2027-11-07", "America/New_York", "2027-11-07T15:00:00.000Z"],
    ["before Sydney's clocks go back", "2027-04-03", "Australia/Sydney", "2027-04-02T23:00:00.000Z"],
    ["after they did", "2027-04-04", "Australia/Sydney", "2027-04-04T00:00:00.000Z"],
    ["before they go forward", "2027-10-02", "Australia/Sydney", "2027-10-02T00:00:00.000Z"],
    ["after they did", "2027-10-03", "Australia/Sydney", "2027-10-02T23:00:00.000Z"],
    ["before Santiago's clocks go back", "2027-04-03", "America/Santiago", "2027-04-03T13:00:00.000Z"],
    ["after they did", "2027-04-04", "America/Santiago", "2027-04-04T14:00:00.000Z"],
    ["after they went forward", "2027-09-05", "America/Santiago", "2027-09-05T13:00:00.000Z"],
    ["before the Chathams' clocks go back", "2027-04-03", "Pacific/Chatham", "2027-04-02T20:15:00.000Z"],
    ["after they did", "2027-04-04", "Pacific/Chatham", "2027-04-03T21:15:00.000Z"],
    ["before Lord Howe's go back by half an hour", "2027-04-03", "Australia/Lord_Howe", "2027-04-02T23:00:00.000Z"],
    ["after they did", "2027-04-04", "Australia/Lord_Howe", "2027-04-03T23:30:00.000Z"],
    ["where clocks are never changed", "2027-04-04", "Australia/Brisbane", "2027-04-04T00:00:00.000Z"],
  ])("has the right instant %s", (_, day, zone, instant) => {
    expect(at(day, "10:00", "11:00", zone)[0]).toBe(instant);
    expect(localTimeAt(new Date(instant), zone)).toEqual({ day, time: "10:00" });
  });

  it("lasts as long as clocks say, also over the hour that is skipped or repeated", () => {
    expect(at("2027-03-28", "01:00", "04:00", "Europe/Berlin")).toEqual([
      "2027-03-28T00:00:00.000Z",
      "2027-03-28T02:00:00.000Z",
    ]);
    expect(at("2027-10-31", "01:00", "04:00", "Europe/Berlin")).toEqual([
      "2027-10-30T23:00:00.000Z",
      "2027-10-31T03:00:00.000Z",
    ]);
  });

  it("takes the first of an hour that comes twice", () => {
    expect(at("2027-10-31", "02:30", "05:00", "Europe/Berlin")[0]).toBe("2027-10-31T00:30:00.000Z");
    expect(at("2027-11-07", "01:30", "05:00", "America/New_York")[0]).toBe("2027-11-07T05:30:00.000Z");
    expect(at("2027-04-04", "02:30", "05:00", "Australia/Sydney")[0]).toBe("2027-04-03T15:30:00.000Z");
    expect(at("2027-04-03", "23:30", "05:00", "America/Santiago")[0]).toBe("2027-04-04T02:30:00.000Z");
    expect(at("2027-04-04", "03:00", "05:00", "Pacific/Chatham")[0]).toBe("2027-04-03T13:15:00.000Z");
    expect(at("2027-04-04", "01:45", "05:00", "Australia/Lord_Howe")[0]).toBe("2027-04-03T14:45:00.000Z");
  });

  it.each([
    ["2027-03-28", "02:30", "Europe/Berlin"],
    ["2027-03-14", "02:15", "America/New_York"],
    ["2027-10-03", "02:30", "Australia/Sydney"],
    ["2027-09-05", "00:15", "America/Santiago"],
    ["2027-09-26", "03:00", "Pacific/Chatham"],
    ["2027-10-03", "02:15", "Australia/Lord_Howe"],
  ])("refuses a time that clocks skip: %s %s in %s", (day, startTime, zone) => {
    const work = () => instantsOf({ day, startTime, endTime: "05:00", zone });
    expect(work).toThrow(Problem);
    expect(work).toThrow(/go forward/);
  });

  it("ends on the next day if the end is not after the start", () => {
    expect(at("2027-05-31", "23:00", "01:00", "UTC")).toEqual(["2027-05-31T23:00:00.000Z", "2027-06-01T01:00:00.000Z"]);
  });
});
