// Finds one thing in the page by the words that people see or hear, inside the parts named.
// Stands behind names.js.
// Answers { found: element } or { problem: sentence }.
const [kind, wanted, parts] = arguments;

const headingOf = (part) => {
  if (part.hasAttribute("aria-labelledby")) return textOf(part.getAttribute("aria-labelledby"));
  if (part.ariaLabel) return clean(part.ariaLabel);
  return clean(part.querySelector("legend, caption, summary, h1, h2, h3, h4, th, td, dt, a, strong")?.innerText);
};

const selectors = {
  link: "a[href]",
  button: "button, summary, input[type=submit], [role=button]",
  field: "input:not([type=hidden], [type=radio], [type=checkbox], [type=submit], [type=file]), textarea, select",
  radio: "input[type=radio]",
  box: "input[type=checkbox]",
  file: "input[type=file]",
};
const partSelector =
  "fieldset, section, article, form, table, tr, li, dialog, details, nav, aside, header, footer, dl > div, [role=group], [role=region], [aria-labelledby]:not(input, textarea, select, button)";

const best = (all, name, want) =>
  [(n) => n === want, (n) => n.startsWith(want), (n) => n.includes(want)]
    .map((fits) => all.filter((el) => fits(name(el))))
    .find((fitting) => fitting.length > 0) ?? [];

const visible = (el) => el.checkVisibility();
const length = (el) => el.innerText.length;

let scope = document;
for (const part of parts) {
  const all = [...scope.querySelectorAll(partSelector)].filter(visible);
  const named = best(all, headingOf, clean(part));
  const chosen = named.length > 0 ? named : all.filter((el) => clean(el.innerText).includes(clean(part)));
  chosen.sort((a, b) => length(a) - length(b));
  if (chosen.length === 0) return { problem: `there is no part "${part}"` };
  scope = chosen[0];
}
if (kind === "part") return { found: scope === document ? document.body : scope };

const all = [...scope.querySelectorAll(selectors[kind])].filter(visible);
const fitting = best(all, nameOf, clean(wanted));
const places = new Set(fitting.map((el) => el.href ?? el));
const present = all.map((el) => `"${nameOf(el)}"`).join(", ") || "none at all";
if (fitting.length === 0) return { problem: `there is no ${kind} "${wanted}"; there is ${present}` };
if (places.size > 1) return { problem: `${fitting.length} things fit the ${kind} "${wanted}"; say within which part: ${present}` };
fitting[0].scrollIntoView({ block: "center", behavior: "instant" });
return { found: fitting[0] };
