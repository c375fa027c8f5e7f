import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bundleProgram } from "../store/run-process.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "giliran-demo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Demo = (options: readonly string[], ...messages: readonly string[]) => string;

/** What the demo prints for these messages, one a line. */
function demoBy(program: string, path: string): Demo {
  return (options, ...messages) => {
    const { stdout, stderr } = spawnSync(program, [path, "--folder", folder, ...options], {
      encoding: "utf8",
      input: messages.map((message) => `${message}\n`).join(""),
    });
    return stdout + stderr;
  };
}

const source = "examples/demo/demo.ts";
const bundledDemo = async () => demoBy(process.execPath, await bundleProgram(source));

const codeIn = (printed: string) => /│ (\w{4}-\w{4}) /.exec(printed)?.[1] ?? "no code";

it("goes from a message to a queue number, over two runs and a night", async () => {
  const runDemo = await bundledDemo();
  const first = runDemo(["--date", "2017-08-08"], "#Ahmad#20111967#10082017");
  expect(first).toContain("Tuesday, 8 August 2017 at 09:00");
  expect(first).toContain("Tanggal kedatangan: Kamis, 10 Agustus 2017");
  const code = codeIn(first);
  expect(existsSync(join(folder, `${code.replace("-", "")}.png`))).toBe(true);

  expect(runDemo(["--date", "2017-08-08"], code)).toContain("Nomor antrian Anda: 0800-01");
  expect(runDemo(["--date", "2017-08-09"], "#status")).toContain("Nomor antrian Anda: 0800-01");
});

it("forgets nothing and goes back in time where it is told to", async () => {
  const runDemo = await bundledDemo();
  runDemo(["--date", "2017-08-08"], "#Ahmad#20111967#10082017");
  expect(runDemo(["--date", "2017-07-17"], "#Ahmad#20111967#18072017")).toContain("Selasa, 18 Juli 2017");
  expect(runDemo(["--date", "2017-08-08"], "#status")).toContain("Kamis, 10 Agustus 2017");
});

it("plays what the press printed", () => {
  const replies = demoBy(
    "node_modules/.bin/tsx",
    source,
  )(["--transcript"])
    .split(/^2017-\d\d-\d\d {2}/m)
    .slice(1);
  const expected = [
    /"18072017" sudah lewat/,
    /Senin, 7 Agustus 2017/,
    /isilah dengan data Anda sendiri/,
    /tutup pada Kamis, 17.*\(Hari Kemerdekaan\)/s,
    /Nama: ARIY.*Jumat, 18 Agustus 2017/s,
    /tutup pada Minggu, 20/,
  ];
  expect(replies).toHaveLength(expected.length);
  for (const [index, reply] of replies.entries()) expect(reply).toMatch(expected[index] ?? "");
});

it.each(["2017-02-30", "tomorrow", ""])("asks for another date than %j", async (date) => {
  const runDemo = await bundledDemo();
  expect(runDemo([`--date=${date}`])).toContain("Expected a date such as 2017-08-08");
});
