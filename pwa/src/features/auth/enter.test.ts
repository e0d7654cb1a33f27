import { beforeEach, expect, test, vi } from "vitest";
import { owe, owed } from "../../store/owed";
import { accountOf, JORIS, newDevice } from "../../store/testing/device";

const ME = accountOf(JORIS, "Joris");

beforeEach(() => {
  newDevice();
});

test("who signs in is not signed out by what the person before them still owed the server", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    if (path === "/api/auth/sign-out") return new Response("", { status: 503 });
    return Response.json(path === "/api/me" ? ME : { person: ME.person });
  });
  const { enter } = await import("./enter");
  const { api } = await import("../../net/api");
  owe();
  const entered = await enter(() => api.verify("joris@school.nl", "123456"));

  expect(asked).toEqual(["/api/auth/sign-out", "/api/auth/verify", "/api/me"]);
  expect(entered).toEqual({ locked: false });
  expect(owed()).toBe(false);
});
