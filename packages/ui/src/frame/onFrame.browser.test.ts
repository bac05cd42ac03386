import { expect, test } from "@playwright/test";
import type * as frames from "./onFrame.js";

const MODULE = "/packages/ui/src/frame/onFrame.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("all callers share one frame, and none is requested when nobody is left", async ({ page }) => {
  const seen = await page.evaluate(async (module) => {
    const { onFrame } = (await import(module)) as typeof frames;
    const request = window.requestAnimationFrame.bind(window);
    let requests = 0;
    window.requestAnimationFrame = (callback) => (requests++, request(callback));
    const a: number[] = [];
    const b: number[] = [];
    const undo = [onFrame((now) => a.push(now)), onFrame((now) => b.push(now))];
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const each of undo) each();
    const { length } = a;
    const asked = requests;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { same: a.every((now, i) => now === b[i]), length, after: a.length, asked, askedAfter: requests };
  }, MODULE);
  expect(seen.same).toBe(true);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.after).toBe(seen.length);
  expect(Math.abs(seen.asked - seen.length)).toBeLessThanOrEqual(2);
  expect(seen.askedAfter).toBe(seen.asked);
});

test("what is out of sight or not displayed is not called for", async ({ page }) => {
  const seen = await page.evaluate(async (module) => {
    const { onFrame } = (await import(module)) as typeof frames;
    const box = (style: string) => {
      const element = document.createElement("div");
      element.style.cssText = `height:20px;${style}`;
      document.body.append(element);
      return element;
    };
    const calls = { shown: 0, below: 0, hidden: 0 };
    onFrame(() => calls.shown++, box(""));
    const spacer = box("height:3000px");
    const below = box("");
    onFrame(() => calls.below++, below);
    onFrame(() => calls.hidden++, box("display:none"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = { ...calls };
    spacer.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { before, below: calls.below };
  }, MODULE);
  expect(seen.before.shown).toBeGreaterThan(2);
  expect(seen.before).toMatchObject({ below: 0, hidden: 0 });
  expect(seen.below).toBeGreaterThan(2);
});

test("a drawing that throws is reported once and stops no other", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  const calls = await page.evaluate(async (module) => {
    const { onFrame } = (await import(module)) as typeof frames;
    let count = 0;
    onFrame(() => {
      throw new Error("broken drawing");
    });
    onFrame(() => count++);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return count;
  }, MODULE);
  expect(calls).toBeGreaterThan(2);
  expect(faults).toEqual(["broken drawing"]);
});
