import { describe, expect, it } from "vitest";
import { SETTINGS } from "$lib/backend/fake/centre";
import { readAddresses } from "./addresses";
import { numbers, remindersOf, rulesFields, rulesRight } from "./reminder_fields";
import { readSection } from "./sections";
import { fieldsOf, thresholdProblems, thresholdsOf, type ThresholdFields } from "./thresholds";

const { shared } = SETTINGS;

describe("thresholds", () => {
  const check = (change: Partial<ThresholdFields>, expected: (keyof ThresholdFields)[]) =>
    expect(Object.keys(thresholdProblems({ ...fieldsOf(shared), ...change }))).toEqual(expected);

  it("are right as they come", () => check({}, []));
  it("take wide digits", () => check({ urgentPercent: "２０" }, []));
  it("are numbers", () => check({ urgentMinutes: "half" }, ["urgentMinutes"]));
  it("have soon no later than urgent", () => check({ urgentPercent: "60" }, ["soonPercent"]));
  it("may have both the same", () => check({ urgentPercent: "50" }, []));
  it("end at 100 %", () => check({ urgentPercent: "101" }, ["urgentPercent"]));
  it("aim at no time at all", () => check({ triageAim: "0" }, ["triageAim"]));
  it("come back as they went", () => {
    expect(shared).toMatchObject(thresholdsOf(fieldsOf(shared)));
  });
});

describe("reminder rules", () => {
  it("come back as they went", () => {
    expect(remindersOf(rulesFields(shared.reminders))).toEqual(shared.reminders);
  });

  it("of a level count only where it has its own", () => {
    const fields = rulesFields(shared.reminders);
    fields.outage.shares = "200";
    expect(rulesRight(fields)).toBe(true);
    fields.outage.own = true;
    expect(rulesRight(fields)).toBe(false);
    fields.outage.shares = "75, 50";
    expect(remindersOf(fields).outage?.sharesLeft).toEqual([75, 50]);
  });

  it.each([
    ["50, 25,10", [50, 25, 10]],
    ["５０、２５", [50, 25]],
    ["", []],
    ["0", null],
    ["100", null],
    ["a", null],
  ])("%s", (text, expected) => expect(numbers(text, 99)).toEqual(expected));
});

describe("own addresses", () => {
  it("are one a line, once each, in small letters", () => {
    expect(readAddresses("Support@example.jp\n\n@example.jp\nsupport@example.jp ")).toEqual({
      addresses: ["support@example.jp", "@example.jp"],
      wrong: null,
    });
  });

  it.each(["support", "a b@example.jp", "support@"])("%s is none", (line) => {
    expect(readAddresses(`ok@example.jp\n${line}`).wrong).toBe(line);
  });
});

it("an unknown part of the settings is the first", () => {
  expect(readSection("data")).toBe("data");
  expect(readSection("")).toBe("person");
});
