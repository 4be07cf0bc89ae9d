import { screen } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { drawn, openWindow } from "../../tests/window";

it("a screen's keys work when it is come to from another that has keys", async () => {
  const { user } = await openWindow("#/queue/open");
  await user.keyboard("gd");
  await drawn();
  await user.keyboard("jd");
  await drawn();
  expect(screen.getByRole("dialog")).toHaveTextContent("A-1065");
});
