import { describe, expect, it } from "vitest";
import type { Device } from "../../records/account";
import { platformOf } from "../../store/device";
import { iconOf, inOrder } from "./devices";

const device = (id: string, last_contact: string, current = false, name = "Android · Chrome"): Device => ({
  id,
  device: name,
  current,
  created_at: "2026-09-01T08:00:00Z",
  last_contact,
});

describe("devices", () => {
  it("are told apart by what their browser says, an iPad by its touches", () => {
    expect(platformOf("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)", 5)).toBe("iphone");
    expect(platformOf("Mozilla/5.0 (Macintosh; Intel Mac OS X)", 5)).toBe("iphone");
    expect(platformOf("Mozilla/5.0 (Macintosh; Intel Mac OS X)", 0)).toBe("computer");
    expect(platformOf("Mozilla/5.0 (Linux; Android 16)", 5)).toBe("android");
  });

  it("stand in order: this one, then by last contact", () => {
    const list = [device("old", "2026-11-01"), device("new", "2026-11-20"), device("this", "2026-11-10", true)];
    expect(inOrder(list).map(({ id }) => id)).toEqual(["this", "new", "old"]);
  });

  it("look like what they are", () => {
    expect(iconOf(device("a", "", false, "iPhone · Safari"))).toBe("phone");
    expect(iconOf(device("b", "", false, "Windows · Edge"))).toBe("laptop");
    expect(iconOf(device("c", "", false, ""))).toBe("laptop");
  });
});
