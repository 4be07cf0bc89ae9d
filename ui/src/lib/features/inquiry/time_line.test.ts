import { describe, expect, it } from "vitest";
import { place, Scale, widthOf } from "./time_line";

const at = (text: string) => `2026-11-${text.replace(" ", "T")}:00+09:00`;
const LINE = {
  from: at("20 16:00"),
  to: at("24 19:00"),
  open: [
    { from: at("20 16:00"), to: at("20 17:30") },
    { from: at("24 09:30"), to: at("24 17:30") },
  ],
};

describe("the scale", () => {
  const scale = new Scale(LINE);

  it("runs from edge to edge and never backwards", () => {
    expect(scale.at(LINE.from)).toBe(0);
    expect(scale.at(LINE.to)).toBe(1);
    const instants = [
      "20 16:30",
      "20 17:30",
      "21 12:00",
      "23 12:00",
      "24 09:30",
      "24 12:00",
      "24 17:30",
      "24 18:00",
    ];
    const places = instants.map((instant) => scale.at(at(instant)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("keeps what lies outside at the edges", () => {
    expect(scale.at(at("19 10:00"))).toBe(0);
    expect(scale.at(at("26 10:00"))).toBe(1);
  });

  it("gives business time more room than a longer closure", () => {
    const [evening, weekend, tuesday] = scale.stretches;
    expect([evening?.open, weekend?.open, tuesday?.open]).toEqual([true, false, true]);
    expect(tuesday!.width).toBeGreaterThan(weekend!.width);
    expect(evening!.width * 8).toBeCloseTo(tuesday!.width * 1.5);
  });

  it("fills the whole width", () => {
    expect(scale.stretches.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
  });
});

describe("labels", () => {
  it("stay within the line and drop what would touch an earlier one", () => {
    const placed = place(
      [
        { id: "target", at: 0.98, text: "11/25(水) 11:30" },
        { id: "limit", at: 1, text: "11/25(水) 17:30" },
        { id: "received", at: 0, text: "受付 11/22(日) 18:03" },
      ],
      350,
    );
    expect(placed.map(({ id }) => id)).toEqual(["target", "received"]);
    for (const { left, text } of placed) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + widthOf(text)).toBeLessThanOrEqual(350);
    }
  });
});
