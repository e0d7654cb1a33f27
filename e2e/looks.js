/** What a careful eye sees on a page, told as a list of [rule, fault]. Run in the page by walk.py. */
([least, forbidden]) => {
  const name = (one) => `${one.tagName.toLowerCase()}${one.className ? `.${one.className}` : ""} "${(one.ariaLabel ?? one.textContent ?? "").trim().slice(0, 40)}"`;
  const shown = [...document.body.querySelectorAll("*")].filter(
    (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest("svg"),
  );
  const wide = document.documentElement.clientWidth;
  const faults = [];
  const say = (rule, what) => faults.push([rule, what]);

  // 1. Nothing sticks out at the side.
  if (document.documentElement.scrollWidth > wide) {
    const out = shown.filter((one) => one.getBoundingClientRect().right > wide + 1).slice(-3);
    say("sideways", `${document.documentElement.scrollWidth} > ${wide}: ${out.map(name).join(", ")}`);
  }

  // 2. No words are cut off: by an edge that hides them, or by the screen's.
  const hidden = (one) => one.clientWidth <= 1 || one.getBoundingClientRect().bottom <= 0;
  for (const one of shown) {
    const words = [...one.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words || hidden(one)) continue;
    const style = getComputedStyle(one);
    if (/hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1) say("cut", name(one));
    if (/hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2) say("cut", name(one));
    const range = document.createRange();
    range.selectNodeContents(words);
    const { left, right } = range.getBoundingClientRect();
    const scrolls = (parent) => parent && (/auto|scroll/.test(getComputedStyle(parent).overflowX) || scrolls(parent.parentElement));
    if ((right > wide + 1 || left < -1) && !scrolls(one.parentElement)) say("cut", `${name(one)} at ${left}–${right}`);
  }

  // 3. What one taps is large enough for a thumb; a link in a sentence is as high as its line.
  const taps = "a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=radio], [role=link]";
  for (const one of document.body.querySelectorAll(taps)) {
    if (one.disabled || !one.checkVisibility() || getComputedStyle(one).display === "inline") continue;
    const boxes = [one, one.closest("label"), ...(/radio|checkbox/.test(one.type) ? (one.labels ?? []) : [])];
    const areas = boxes.filter(Boolean).map((box) => box.getBoundingClientRect());
    if (areas[0].bottom <= 0 || areas[0].width <= 1) continue; // waits above the page for a keyboard
    const high = Math.max(...areas.map(({ height }) => height));
    const broad = Math.max(...areas.map(({ width }) => width));
    if (high < least - 0.5 || broad < least - 0.5) say("small", `${name(one)} ${Math.round(broad)}×${Math.round(high)}`);
  }

  // 4. It says what it is: one heading, and a title of its own.
  const headings = [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility());
  if (headings.length !== 1 || !headings[0].textContent.trim()) say("heading", headings.map(name).join(", ") || "no h1");
  if (!/^\S.* · maatje$/.test(document.title)) say("heading", `title ${document.title}`);

  // 5. Words that this person should not meet.
  const met = forbidden && document.querySelector("#app").innerText.match(new RegExp(`.{0,40}(${forbidden})`, "gi"));
  if (met) say("words", [...new Set(met)].join(", "));
  return faults;
}
