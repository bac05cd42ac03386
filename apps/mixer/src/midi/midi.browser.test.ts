import type { Page } from "@playwright/test";
import { expect, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

declare global {
  interface Window {
    /** A MIDI device that there is none of in a headless browser. */
    fakeMidi?: { readonly send: (...bytes: readonly number[]) => void; readonly plug: (isIn: boolean) => void };
  }
}

/** Gives the page a device "Desk One", as the browser would. */
async function installDesk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const desk = { type: "input", id: "1", name: "Desk One", state: "connected", onmidimessage: null as ((event: { data: Uint8Array }) => void) | null };
    const access = { inputs: new Map([["1", desk]]), onstatechange: null as ((event: { port: typeof desk }) => void) | null };
    Object.defineProperty(navigator, "requestMIDIAccess", { configurable: true, value: () => Promise.resolve(access) });
    window.fakeMidi = {
      send: (...bytes) => desk.onmidimessage?.({ data: new Uint8Array(bytes) }),
      plug: (isIn) => {
        desk.state = isIn ? "connected" : "disconnected";
        access.onstatechange?.({ port: desk });
      },
    };
  });
}

const send = (mixer: Page, ...bytes: number[]) => mixer.evaluate((sent) => window.fakeMidi?.send(...sent), bytes);
const fader = (mixer: Page, name: string) => mixer.getByRole("slider", { name: `Fader of ${name}`, exact: true });

test("a fader learns a controller, picks up before it moves, is listed, and keeps its mapping when the device goes", async ({ mixer }) => {
  await installDesk(mixer);
  await fader(mixer, "Lead").click({ button: "right" });
  await mixer.getByRole("menuitem", { name: /^MIDI learn/ }).click();
  await expect(mixer.getByText("Move a knob or fader on your MIDI device.")).toBeVisible();
  await send(mixer, 0xb0, 7, 0);
  await expect(mixer.getByText("Move a knob or fader on your MIDI device.")).toHaveCount(0);

  // Unity is at 82 % of the travel: from below nothing moves until it is crossed.
  await send(mixer, 0xb0, 7, 40);
  await expect(fader(mixer, "Lead")).toHaveAttribute("aria-valuenow", "0");
  await send(mixer, 0xb0, 7, 127);
  await expect(fader(mixer, "Lead")).toHaveAttribute("aria-valuenow", "12");
  await send(mixer, 0xb0, 7, 0);
  await expect(fader(mixer, "Lead")).toHaveAttribute("aria-valuetext", "−∞ dB");
  await mixer.getByRole("button", { name: "Undo: Change fader of Lead" }).click();
  await expect(fader(mixer, "Lead")).toHaveAttribute("aria-valuenow", "0");

  await mixer.keyboard.press("Control+k");
  await mixer.getByRole("searchbox").pressSequentially("midi map");
  await mixer.keyboard.press("Enter");
  const list = mixer.getByRole("dialog", { name: "MIDI mappings" });
  await expect(list.getByRole("listitem")).toContainText("Fader of LeadController 7, channel 1 · Desk One");
  await list.getByLabel("How the controller of Fader of Lead counts").selectOption("Relative: 1 up, 127 down");
  await send(mixer, 0xb0, 7, 2);
  await expect(fader(mixer, "Lead")).toHaveAttribute("aria-valuenow", "1");
  await send(mixer, 0xb0, 7, 127);
  await expect(fader(mixer, "Lead")).toHaveAttribute("aria-valuenow", "0.5");
  expect(await seriousFaults(mixer)).toEqual([]);

  await mixer.evaluate(() => window.fakeMidi?.plug(false));
  await expect(list.getByText("No MIDI device is connected; plug one in, and it is found at once.")).toBeVisible();
  await expect(list.getByRole("listitem")).toContainText("Not connected");
  await expect(mixer.getByText("Desk One was pulled out; its mappings are kept and work again when it is plugged in.").first()).toBeAttached();
  await mixer.evaluate(() => window.fakeMidi?.plug(true));
  await expect(list.getByText("Connected: Desk One.")).toBeVisible();
  await list.getByRole("button", { name: "Forget the mapping of Fader of Lead" }).click();
  await expect(list.getByText(/^Nothing is mapped yet/)).toBeVisible();
  await mixer.keyboard.press("Escape");
});

test("Escape ends the wait for a controller, and a browser without permission says what to do", async ({ mixer }) => {
  await mixer.evaluate(() => Object.defineProperty(navigator, "requestMIDIAccess", { configurable: true, value: () => Promise.reject(new DOMException("no", "SecurityError")) }));
  await mixer.getByRole("slider", { name: "Pan of Pad", exact: true }).click({ button: "right" });
  await mixer.getByRole("menuitem", { name: /^MIDI learn/ }).click();
  await expect(mixer.getByText("The browser does not let this page use MIDI; allow it in the settings of this site, then try again.")).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await expect(mixer.getByText(/does not let this page use MIDI/)).toHaveCount(0);
});
