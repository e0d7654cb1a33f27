import { describe, expect, it } from "vitest";
import { Failure } from "../../net/failure";
import { problemOf } from "./problems";

describe("what went wrong", () => {
  it("tells a wrong code from one that died and from asking too often", () => {
    expect(problemOf(new Failure("refused", "code_wrong"), "dead")).toBe("wrong");
    expect(problemOf(new Failure("busy", "too_many"), "dead")).toBe("dead");
    expect(problemOf(new Failure("busy", "too_many"), "tooOften")).toBe("tooOften");
  });

  it("does not blame the person for the network or the server", () => {
    expect(problemOf(new Failure("offline"), "dead")).toBe("offline");
    expect(problemOf(new Failure("busy", "storage_full"), "dead")).toBe("server");
  });

  it("points at the field, and has a sentence for what it does not know", () => {
    expect(problemOf(new Failure("refused", "malformed", { email: "invalid" }), "tooOften")).toBe("email");
    expect(problemOf(new Failure("refused", "something_new"), "dead")).toBe("unknown");
  });
});
