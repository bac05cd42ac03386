import { expect, it } from "vitest";
import { NoticeLog } from "./notice-log.js";

it("keeps the newest thousand notices in their order, and tells each once", () => {
  const log = new NoticeLog();
  const heard: string[] = [];
  const stop = log.listen(({ text }) => heard.push(text));
  log.add("warning", "0", "eq");
  expect(log.notices).toMatchObject([{ severity: "warning", text: "0", insertId: "eq" }]);
  for (let i = 1; i < 1500; i++) log.add("info", String(i));
  expect([log.notices.length, log.notices[0]?.text, log.notices.at(-1)?.text]).toEqual([1000, "500", "1499"]);
  expect(heard).toEqual(Array.from({ length: 1500 }, (_, i) => String(i)));
  stop();
  log.add("info", "unheard");
  expect(heard.at(-1)).toBe("1499");
});
