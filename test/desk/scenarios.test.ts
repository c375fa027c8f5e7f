import { describe } from "vitest";
import { playScenarios } from "./scenarios.js";
import { stores } from "./stores.js";

describe.each(stores)("reported scenarios, on %s", (_, createStore) => playScenarios(createStore));
