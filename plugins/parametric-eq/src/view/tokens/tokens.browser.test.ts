import { expect, test } from "../view-harness.js";

test("a double-click on the graph adds a band where it was, of the type that fits there", async ({ eq }) => {
  // 10 Hz · 3000^0.5 = 548 Hz; a quarter down of ±12 dB is +6 dB.
  await eq.add(0.5, 0.25);
  expect(await eq.get("band1.type")).toBe("bell");
  expect(await eq.number("band1.frequency")).toBeCloseTo(547.7, -1);
  expect(await eq.number("band1.gain")).toBeCloseTo(6, 0);
  await eq.add(0.1, 0.5);
  expect(await eq.get("band2.type")).toBe("low-cut");
  await eq.add(0.85, 0.6);
  expect(await eq.get("band3.type")).toBe("high-shelf");
});

test("a drag moves frequency and gain in one overlapping gesture, Escape puts both back", async ({ eq, page }) => {
  const token = await eq.add(0.5, 0.25);
  const hz = await eq.number("band1.frequency");
  await eq.events();
  await eq.grab(token, 100, 60);
  await page.mouse.up();
  const heard = await eq.events();
  expect(heard.filter((event) => event.endsWith("begin"))).toEqual(["band1.frequency begin", "band1.gain begin"]);
  expect(heard.slice(-2)).toEqual(["band1.frequency end", "band1.gain end"]);
  const [movedHz, movedDb] = [await eq.number("band1.frequency"), await eq.number("band1.gain")];
  expect(movedHz).toBeGreaterThan(hz);
  expect(movedDb).toBeLessThan(6);
  await eq.grab(token, -200, 40);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect([await eq.number("band1.frequency"), await eq.number("band1.gain")]).toEqual([movedHz, movedDb]);
});

test("a click moves nothing, and leaves no step to undo", async ({ eq }) => {
  const token = await eq.add(0.5, 0.25);
  await eq.events();
  await token.click();
  expect(await eq.events()).toEqual([]);
});

test("Shift is ten times finer, Ctrl keeps a drag on one axis", async ({ eq, page }) => {
  await eq.set({ "band4.enabled": true, "band4.frequency": 1000 });
  const octaves = async () => Math.log2((await eq.number("band4.frequency")) / 1000);
  await eq.grab(eq.token(4), 100, 0);
  await page.mouse.up();
  const coarse = await octaves();
  await eq.set({ "band4.frequency": 1000 });
  await page.keyboard.down("Shift");
  await eq.grab(eq.token(4), 100, 0);
  await page.keyboard.up("Shift");
  await page.mouse.up();
  expect((await octaves()) / coarse).toBeCloseTo(0.1, 2);

  await eq.set({ "band4.frequency": 1000, "band4.gain": 0 });
  await page.keyboard.down("Control");
  await eq.grab(eq.token(4), 20, -80);
  await page.mouse.up();
  expect(await eq.number("band4.frequency")).toBe(1000);
  expect(await eq.number("band4.gain")).toBeGreaterThan(3);
  await eq.set({ "band4.gain": 1.5 });
  await eq.grab(eq.token(4), 80, 20);
  await page.mouse.up();
  await page.keyboard.up("Control");
  expect(await eq.number("band4.gain")).toBe(1.5);
  expect(await octaves()).toBeGreaterThan(0.5);
});

test("the wheel sets Q over a token, and over the graph that of what is selected; one turn is one gesture", async ({ eq, page }) => {
  const token = await eq.add(0.5, 0.25);
  await eq.events();
  await token.hover();
  await page.mouse.wheel(0, -300);
  await page.mouse.wheel(0, -100);
  await expect.poll(() => eq.number("band1.q")).toBeGreaterThan(1);
  const heard: string[] = [];
  await expect.poll(async () => {
    heard.push(...(await eq.events()));
    return heard.filter((event) => /begin|end/.test(event));
  }).toEqual(["band1.q begin", "band1.q end"]);
  const q = await eq.number("band1.q");
  await eq.graph.hover({ position: { x: 60, y: 60 } });
  await page.mouse.wheel(0, 300);
  await expect.poll(() => eq.number("band1.q")).toBeLessThan(q);
});

test("a double-click on the token is 0 dB, Alt-click switches it off and on", async ({ eq }) => {
  const token = await eq.add(0.5, 0.25);
  await token.dblclick();
  expect(await eq.get("band1.gain")).toBe(0);
  await token.click({ modifiers: ["Alt"] });
  expect(await eq.get("band1.enabled")).toBe(false);
  await token.click({ modifiers: ["Alt"] });
  expect(await eq.get("band1.enabled")).toBe(true);
});

test("keys move, widen, switch and remove a band, and it says what it is", async ({ eq, page }) => {
  const token = await eq.add(0.5, 0.5);
  await token.press("ArrowUp");
  await token.press("ArrowUp");
  await token.press("Shift+ArrowDown");
  expect(await eq.number("band1.gain")).toBeCloseTo(0.9, 9);
  const hz = await eq.number("band1.frequency");
  await token.press("ArrowRight");
  expect((await eq.number("band1.frequency")) / hz).toBeCloseTo(2 ** (1 / 12), 9);
  await token.press("+");
  expect(await eq.number("band1.q")).toBeCloseTo(Math.SQRT1_2 * 2 ** (1 / 8), 6);
  await expect(token).toHaveAttribute("aria-valuetext", /^Bell · \d+ Hz \(\w♯?\d\) · 0\.9 dB · Q 0\.77$/);
  await token.press("Space");
  expect(await eq.get("band1.enabled")).toBe(false);
  await token.press("Delete");
  await expect(page.locator(".eq-token")).toHaveCount(0);
  // The focus stays in the view: the same key again removes nothing elsewhere.
  await expect(eq.graph).toBeFocused();
});

test("a digit opens a field that takes frequency, gain and Q, and says in words what it cannot read", async ({ eq, page }) => {
  const token = await eq.add(0.5, 0.5);
  await token.press("1");
  const field = page.getByRole("textbox", { name: "Values of band 1" });
  await expect(field).toHaveValue("1");
  await field.fill("2.5k -4 q 3");
  await eq.events();
  await field.press("Enter");
  await expect(token).toBeFocused();
  expect([await eq.get("band1.frequency"), await eq.get("band1.gain"), await eq.get("band1.q")]).toEqual([2500, -4, 3]);
  expect((await eq.events()).filter((event) => /begin|end/.test(event))).toEqual([
    "band1.frequency begin", "band1.gain begin", "band1.q begin", "band1.frequency end", "band1.gain end", "band1.q end",
  ]);
  await token.press("5");
  await field.fill("bananas");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toHaveText(/“bananas” is no value of a band; type a frequency/);
  await field.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(token).toBeFocused();
});

test("the menu sets type, slope, channel and dynamics, and gives the focus back", async ({ eq, page }) => {
  const token = await eq.add(0.5, 0.5);
  await token.click({ button: "right" });
  await page.getByRole("menuitemcheckbox", { name: "Dynamic" }).click();
  expect(await eq.get("band1.dynamic")).toBe(true);
  await token.press("Enter");
  await page.getByRole("menuitemradio", { name: "High cut" }).click();
  expect(await eq.get("band1.type")).toBe("high-cut");
  await expect(token).toBeFocused();
  await token.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "High cut" })).toBeFocused();
  // From column to column: type, slope, channel.
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("menuitemradio", { name: "12 dB/oct" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.getByRole("menuitemradio", { name: "96 dB/oct" }).click();
  expect(await eq.get("band1.slope")).toBe("96");
  await token.press("Enter");
  await page.getByRole("menuitemradio", { name: "Side" }).click();
  expect(await eq.get("band1.channel")).toBe("side");
  await token.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await token.press("Enter");
  await page.getByRole("menuitem", { name: "Type values…" }).click();
  await expect(page.getByRole("textbox", { name: "Values of band 1" })).toBeFocused();
  await page.keyboard.press("Escape");
  await token.press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.locator(".eq-token")).toHaveCount(0);
});

test("a token says its band's frequency, note, gain and Q beside it", async ({ eq, page }) => {
  await eq.set({ "band4.enabled": true, "band4.frequency": 440, "band4.gain": 3, "band4.dynamic": true });
  await eq.show("dynamics", -1.2);
  await eq.token(4).hover();
  await expect(page.locator(".eq-tip")).toHaveText("440 Hz · A4\nBell · +3.0 dB · now +1.8 dB · Q 0.71");
  await page.mouse.move(5, 5);
  await expect(page.locator(".eq-tip")).toHaveCount(0);
});

test("all 24 bands can be in use, then a double-click adds none", async ({ eq, page }) => {
  await eq.set(Object.fromEntries(Array.from({ length: 23 }, (_, n) => [`band${n + 1}.enabled`, true])));
  await expect(page.locator(".eq-token")).toHaveCount(23);
  await eq.add(0.5, 0.2);
  await eq.graph.dblclick({ position: { x: 200, y: 40 } });
  await expect(page.locator(".eq-token")).toHaveCount(24);
  await expect(page.getByRole("button", { name: "Add a band" })).toBeDisabled();
});
