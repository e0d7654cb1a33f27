import { describe, expect, it } from "vitest";
import { looksLikeMail } from "../../records/account";
import { destination, digitsOf, tokenIn } from "./typed";

describe("what people type and tap", () => {
  it("finds the code in whatever was pasted", () => {
    expect(digitsOf("123 456")).toBe("123456");
    expect(digitsOf("Je code: 123-456.")).toBe("123456");
    expect(digitsOf("١٢٣٤٥٦")).toBe("١٢٣٤٥٦");
    expect(digitsOf("1234567")).toBe("123456");
    expect(digitsOf("geen")).toBe("");
  });

  it("takes what looks like a mail address and leaves the rest to the server", () => {
    expect(looksLikeMail(" bram@school.nl ")).toBe(true);
    for (const wrong of ["", "bram", "bram@", "@school.nl", "bram@school", "bram @school.nl"]) {
      expect(looksLikeMail(wrong), wrong).toBe(false);
    }
  });

  it("leads only to pages of its own", () => {
    expect(destination("?naar=%2Flogboek%2F5")).toBe("/logboek/5");
    for (const away of ["", "?naar=", "?naar=https://x.nl", "?naar=//x.nl", "?naar=/%5Cx.nl", "?naar=/inloggen"]) {
      expect(destination(away), away).toBe("/");
    }
  });

  it("reads the token behind the hash and nothing else", () => {
    expect(tokenIn("#token=abc.def")).toBe("abc.def");
    expect(tokenIn("#main")).toBeNull();
    expect(tokenIn("")).toBeNull();
  });
});
