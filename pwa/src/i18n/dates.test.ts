import { afterEach, expect, test } from "vitest";
import { capital, dayOf, dayTime, longDay, longDayTime, relative, shortDay, time, timeSpan } from "./dates";
import { language } from "./language";

const year = new Date().getFullYear();
const start = new Date(year, 11, 8, 14, 0);
const end = new Date(year, 11, 8, 15, 15);
const now = new Date(year, 11, 10, 9, 30);

afterEach(() => {
  language.value = "nl";
});

test("a day and a time are written as people say them in Dutch", () => {
  expect(longDayTime(new Date(2020, 11, 8, 14, 0))).toBe("dinsdag 8 december 2020, 14:00");
  expect(time(start)).toBe("14:00");
  expect(timeSpan(start, end)).toBe("14:00–15:15");
  expect(timeSpan(start, null)).toBe("14:00");
});

test("and in English", () => {
  language.value = "en";

  expect(longDayTime(new Date(2020, 11, 8, 14, 0))).toBe("Tuesday 8 December 2020, 14:00");
  expect(time(start)).toBe("14:00");
});

test("this year's days need no year", () => {
  expect(longDay(start)).toMatch(/^\w+ 8 december$/);
  expect(shortDay(start)).toMatch(/^\w\w 8 dec$/);
});

test("a day without a time is that day wherever one is", () => {
  expect(longDay(`${year}-12-08`)).toBe(longDay(start));
  expect(dayOf(`${year}-12-08`)).toBe(`${year}-12-08`);
  expect(dayOf(new Date(year, 0, 3, 23, 59))).toBe(`${year}-01-03`);
});

test("what is near is said in days, what is far in weeks and months", () => {
  expect(relative(now, now)).toBe("vandaag");
  expect(relative(new Date(year, 11, 11, 1), now)).toBe("morgen");
  expect(relative(start, now)).toBe("eergisteren");
  expect(relative(new Date(year, 11, 24), now)).toBe("over 2 weken");
  expect(relative(new Date(year, 8, 1), now)).toBe("3 maanden geleden");
});

test("a recent moment is a time, then a weekday with it, then a day", () => {
  expect(dayTime(new Date(year, 11, 10, 8, 5), now)).toBe("08:05");
  expect(dayTime(start, now)).toMatch(/^\w\w 14:00$/);
  expect(dayTime(new Date(year, 10, 8, 14), now)).toMatch(/^\w\w 8 nov$/);
});

test("a day can begin a sentence", () => {
  expect(capital("dinsdag 8 december")).toBe("Dinsdag 8 december");
});
