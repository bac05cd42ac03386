import { expect, test } from "vitest";
import { completeAddress } from "./complete-address.js";

test.each(["localhost", "localhost:5300", "localhost:5300/tremolo/", "127.0.0.1:80", "192.168.1.5:5300/x", "10.0.0.2", "172.16.0.1/x.json", "172.31.255.1", "169.254.1.1", "studio:5300/x", "studio.local/x", "app.localhost:1", "[::1]:5300/x", "[fd00::1]/x"])("%s is near: http", (text) => {
  expect(completeAddress(text)).toBe(`http://${text}`);
});

test.each(["example.com", "example.com/tremolo/headroom-plugin.json", "example.com:8443/x", "cdn.example.co.uk?x=1", "172.32.0.1", "192.169.1.1/x", "8.8.8.8/x", "10.example.com", "localhost.example.com/x", "[2001:db8::1]/x"])("%s is far: https", (text) => {
  expect(completeAddress(text)).toBe(`https://${text}`);
});

test.each(["https://example.com/x", "http://localhost:5300", "ftp://example.com", "javascript:alert(1)", "data:text/javascript,1", "file:///x", "/plugin/", "./plugin/", "../x", "plugin/", "plugin", "headroom-plugin.json", "processor.js", "processor.mjs", ""])("%s stays", (text) => {
  expect(completeAddress(text)).toBe(text);
});
