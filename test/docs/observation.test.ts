import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { type BookingChange, createDesk, type Desk, memoryStore, type Observe } from "giliran";
import { type Logger, pino } from "pino";
import { Registry } from "prom-client";
import { afterAll, describe, expect, it } from "vitest";
import { keepingDesk } from "../desk/follow-changes.js";
import { holdOf, monday } from "../store/five-places.js";
import { codeBlocks } from "./run-example.js";

const folder = "test/docs/.observation";
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** What a snippet of the page exports. */
async function snippet(name: string): Promise<Record<string, unknown>> {
  const code = codeBlocks("docs/observation.md").find((block) => block.includes(`function ${name}(`));
  const path = `${folder}/${name}.ts`;
  writeFileSync(path, code ?? "");
  return import(/* @vite-ignore */ resolve(path)) as Promise<Record<string, unknown>>;
}

async function holdAndFail(observe: Observe): Promise<void> {
  const { offices } = keepingDesk(memoryStore());
  const desk: Desk = createDesk({ offices, store: memoryStore(), now: () => monday, observe });
  await desk.hold(holdOf("a"));
  await desk.find({ officeId: "nowhere", date: "2017-08-07" }).catch(() => undefined);
}

describe("docs/observation.md", () => {
  it("logs with pino", async () => {
    const { logWith } = (await snippet("logWith")) as { logWith: (log: Logger) => Observe };
    const lines: string[] = [];
    await holdAndFail(logWith(pino({ level: "debug" }, { write: (line: string) => void lines.push(line) })));
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(["batch", "outcome", "error"]);
  });

  it("counts for prom-client", async () => {
    const { measureFor } = (await snippet("measureFor")) as { measureFor: (registry: Registry) => Observe };
    const registry = new Registry();
    await holdAndFail(measureFor(registry));
    const text = await registry.metrics();
    expect(text).toContain('giliran_outcomes{action="hold",outcome="held"} 1');
    expect(text).toContain('giliran_errors{action="find",error="RangeError"} 1');
    expect(text).toContain("giliran_save_ms_count 1");
  });

  it("meters by OpenTelemetry", async () => {
    const { meterBy } = (await snippet("meterBy")) as { meterBy: (meter: unknown) => Observe };
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 100_000 });
    const provider = new MeterProvider({ readers: [reader] });
    await holdAndFail(meterBy(provider.getMeter("test")));
    await reader.forceFlush();
    const names = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) =>
        scopeMetrics.flatMap(({ metrics }) => metrics.map(({ descriptor }) => descriptor.name)),
      );
    expect(names).toEqual(["giliran.outcomes", "giliran.batch.save"]);
    await provider.shutdown();
  });

  it("posts changes, and goes on where it stopped", async () => {
    const { postChanges } = (await snippet("postChanges")) as {
      postChanges: (
        desk: Desk,
        cursor: object,
        post: (change: BookingChange) => Promise<void>,
      ) => Promise<void>;
    };
    const desk = keepingDesk(memoryStore());
    let at: string | undefined;
    const cursor = {
      load: async () => at,
      save: async (after: string) => {
        at = after;
      },
    };
    for (const name of ["a", "b", "c"]) await desk.hold(holdOf(name));
    const posted: string[] = [];
    let isDown = true;
    const post = async ({ id }: BookingChange) => {
      posted.push(id);
      if (posted.length === 2 && isDown) throw new Error("the webhook is down");
    };
    await expect(postChanges(desk, cursor, post)).rejects.toThrow("is down");
    isDown = false;
    await postChanges(desk, cursor, post);
    expect(posted).toEqual(["1.0", "2.0", "2.0", "3.0"]);
  });
});
