// How people call a thing in the page: the words that are seen or read aloud.
const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const textOf = (ids) => ids.split(" ").map((id) => clean(document.getElementById(id)?.innerText)).join(" ");
const nameOf = (el) => {
  if (el.hasAttribute("aria-labelledby")) return textOf(el.getAttribute("aria-labelledby"));
  if (el.ariaLabel) return clean(el.ariaLabel);
  if (el.labels?.length) return clean([...el.labels].map((label) => label.innerText).join(" "));
  if (el.matches("input")) return clean(el.value);
  return clean(el.innerText) || clean(el.title) || clean(el.querySelector("img")?.alt);
};
