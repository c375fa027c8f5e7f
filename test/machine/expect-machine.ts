import fc from "fast-check";
import { closeAfter } from "../../src/testing/close-after.js";
import type { OpenStore } from "../../src/testing/open-store.js";
import { startMachine } from "./machine.js";
import { machineCommands } from "./machine-commands.js";
import { MachineModel } from "./machine-model.js";
import { minute } from "./machine-office.js";

/** Whatever is done to bookings comes to what the model says. */
export async function expectModelled(open: OpenStore, numRuns: number): Promise<void> {
  const given = fc.tuple(
    fc.commands([...machineCommands], { maxCommands: 60, size: "max" }),
    fc.constantFrom(0, 4),
  );
  const property = fc.asyncProperty(given, ([commands, coolingMinutes]) =>
    closeAfter(open, async (opened) => {
      const machine = await startMachine(await opened(), coolingMinutes);
      const model = new MachineModel(coolingMinutes * minute);
      model.now = machine.time.now;
      await fc.asyncModelRun(() => ({ model, real: machine }), commands);
    }),
  );
  await fc.assert(property, { numRuns });
}
