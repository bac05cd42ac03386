import { expect, strip, stripPeak, test } from "../testing/mixer-test.js";

const vca = (page: Parameters<typeof strip>[0], name: string) => page.getByRole("region", { name: `${name} VCA` });

test("a VCA is made, takes strips in, moves and mutes them, and goes again, by pointer", async ({ mixer }) => {
  await mixer.getByRole("button", { name: /^Add a VCA/ }).click();
  for (const member of ["Pad", "Lead"]) {
    await vca(mixer, "Group 1").getByRole("button", { name: "Add a member to Group 1" }).click();
    await mixer.getByRole("menuitem", { name: member, exact: true }).click();
    await expect(vca(mixer, "Group 1").getByRole("button", { name: `Take ${member} out of Group 1` })).toBeVisible();
  }
  await expect(mixer.getByRole("button", { name: "Undo: Add Lead to VCA Group 1" })).toBeVisible();
  await expect(strip(mixer, "Pad").getByRole("img", { name: "Held by Group 1" })).toBeVisible();

  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeGreaterThan(0.05);
  const fader = vca(mixer, "Group 1").getByRole("slider", { name: "Fader of Group 1" });
  const box = await fader.boundingBox();
  if (!box) throw new Error("The fader is not on the screen.");
  await mixer.mouse.move(box.x + 30, box.y + box.height / 3);
  await mixer.mouse.down();
  await mixer.mouse.move(box.x + 30, box.y + box.height + 60, { steps: 8 });
  // Heard while the hand still moves.
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeLessThan(0.003);
  await mixer.mouse.up();
  await mixer.getByRole("button", { name: "Undo: Change fader of VCA Group 1" }).click();
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeGreaterThan(0.05);
  await vca(mixer, "Group 1").getByRole("button", { name: "Mute Group 1" }).click();
  await expect(strip(mixer, "Pad").getByRole("button", { name: "Mute Pad", exact: true })).toHaveAttribute("aria-description", /VCA/);
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeLessThan(0.003);

  await vca(mixer, "Group 1").getByRole("button", { name: "Take Lead out of Group 1" }).click();
  await vca(mixer, "Group 1").getByRole("button", { name: "Menu of Group 1" }).click();
  await mixer.getByRole("menuitem", { name: /^Delete/ }).click();
  await expect(vca(mixer, "Group 1")).toHaveCount(0);
});

test("a VCA is made, named, soloed and removed by keyboard; VCAs hold others, but not in a loop", async ({ mixer }) => {
  await strip(mixer, "Bass").getByRole("button", { name: "Menu of Bass" }).focus();
  await mixer.keyboard.press("Enter");
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.type("New VCA");
  await mixer.keyboard.press("Enter");
  await expect(vca(mixer, "Group 1")).toHaveAttribute("data-selected", "true");
  await mixer.keyboard.press("F2");
  await mixer.getByRole("textbox", { name: "New name of Group 1" }).fill("Low");
  await mixer.keyboard.press("Enter");
  await vca(mixer, "Low").getByRole("button", { name: "Low", exact: true }).focus();
  await mixer.keyboard.press("s");
  await expect(vca(mixer, "Low").getByRole("button", { name: "Solo Low" })).toHaveAttribute("aria-pressed", "true");
  await mixer.keyboard.press("Alt+s");
  await expect(vca(mixer, "Low").getByRole("button", { name: "Solo Low" })).toHaveAttribute("aria-pressed", "false");

  await mixer.getByRole("button", { name: /^Add a VCA/ }).press("Enter");
  await vca(mixer, "Group 1").getByRole("button", { name: "Add a member to Group 1" }).click();
  await mixer.getByRole("menuitem", { name: "Low", exact: true }).click();
  await vca(mixer, "Low").getByRole("button", { name: "Add a member to Low" }).click();
  const loop = mixer.getByRole("menuitem", { name: /^Group 1/ });
  await expect(loop).toHaveAttribute("aria-disabled", "true");
  await expect(loop).toContainText("Would be a loop: Low → Group 1 → Low");
  await mixer.keyboard.press("Escape");
  await vca(mixer, "Group 1").getByRole("button", { name: "Group 1", exact: true }).press("Enter");
  await mixer.keyboard.press("Delete");
  await expect(vca(mixer, "Group 1")).toHaveCount(0);
});
