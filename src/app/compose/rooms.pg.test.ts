import { afterAll, beforeAll, expect, test } from "vitest";
import { routes, systemRoutes } from "../../contract/index.ts";
import { testPlatform } from "../../platform/testing.ts";
import type { TestPlatform } from "../../platform/testing.ts";
import { openRooms } from "./rooms.ts";
import type { Rooms } from "./rooms.ts";

let kit: TestPlatform;
let rooms: Rooms;

beforeAll(async () => {
  kit = await testPlatform();
  rooms = openRooms(kit.platform);
});
afterAll(async () => {
  rooms.close();
  await kit.close();
});

test("every route of the contract is answered, by one room", () => {
  const answered = rooms.implementations.map(({ route }) => route.operationId).sort();
  // The platform answers for the process itself.
  const inRooms = Object.keys(routes).filter((name) => !(name in systemRoutes));
  expect(answered).toEqual(inRooms.sort());
});

test("no two rooms call a queue or a subscriber the same", () => {
  const queues = rooms.queues.map(({ queue }) => queue);
  expect(queues).toEqual([...new Set(queues)]);
  const subscribers = rooms.subscriptions.map(({ subscriber }) => subscriber);
  expect(subscribers).toEqual([...new Set(subscribers)]);
});
