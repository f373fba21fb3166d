// Makes the theme files from two brand colours each, so that every ramp meets WCAG AA on white.
// The hue is kept; the lightness is searched until the contrast is right.
// Use: node theme.mjs   (writes ../../assets/theme-<name>.css for every theme below)
import fs from 'node:fs';

const themes = {
  buurtbod: ['#2b4c7e', '#9a5b00'],
  waldervoort: ['#00697a', '#b45a00'],
  rietmeer: ['#7a1f5c', '#2f6f3e'],
};

const linear = c => { c /= 255; return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
const gamma = c => { c = Math.min(1, Math.max(0, c)); return Math.round(255 * (c <= .0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - .055)); };
const channels = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
const luminance = hex => { const [r, g, b] = channels(hex).map(linear); return .2126 * r + .7152 * g + .0722 * b; };
const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };

// OKLCH, after Björn Ottosson's published matrices.
const toOklch = hex => {
  const [r, g, b] = channels(hex).map(linear);
  const l = Math.cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
  const m = Math.cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
  const s = Math.cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
  const L = .2104542553 * l + .793617785 * m - .0040720468 * s;
  const A = 1.9779984951 * l - 2.428592205 * m + .4505937099 * s;
  const B = .0259040371 * l + .7827717662 * m - .808675766 * s;
  return [L, Math.hypot(A, B), Math.atan2(B, A)];
};
const fromOklch = (L, C, H) => {
  const a = C * Math.cos(H), b = C * Math.sin(H);
  const l = (L + .3963377774 * a + .2158037573 * b) ** 3;
  const m = (L - .1055613458 * a - .0638541728 * b) ** 3;
  const s = (L - .0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
    -.0041960863 * l - .7034186147 * m + 1.707614701 * s,
  ];
};
const toHex = (L, C, H) => {
  let c = C;
  for (let i = 0; i < 40; i++) {
    if (fromOklch(L, c, H).every(x => x >= -.0005 && x <= 1.0005)) break;
    c *= .95;
  }
  return '#' + fromOklch(L, c, H).map(x => gamma(x).toString(16).padStart(2, '0')).join('');
};
const byContrast = (wanted, C, H) => {
  let low = 0, high = 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (contrast(toHex(middle, C, H), '#ffffff') > wanted) low = middle; else high = middle;
  }
  return toHex(low, C, H);
};
const ramp = hex => {
  const [, C, H] = toOklch(hex);
  const step = (wanted, part) => byContrast(wanted, C * part, H);
  return {
    50: step(1.045, .18), 100: step(1.12, .32), 200: step(1.27, .5), 300: step(1.75, .75),
    400: step(4.9, 1), 500: step(7.2, 1), 600: step(10.2, .9), 700: step(15.5, .7),
  };
};
const roles = (prefix, r) => Object.entries({
  'bg-document': '#ffffff', 'bg-subtle': r[50], 'bg-default': r[100], 'bg-hover': r[200], 'bg-active': r[200],
  'border-subtle': r[300], 'border-default': r[400], 'border-hover': r[500], 'border-active': r[500],
  'color-subtle': r[400], 'color-default': r[500], 'color-hover': r[600], 'color-active': r[600], 'color-document': r[700],
  'inverse-bg-subtle': r[700], 'inverse-bg-default': r[500], 'inverse-bg-hover': r[600], 'inverse-bg-active': r[600],
  'inverse-bg-document': r[600], 'inverse-color-default': '#ffffff', 'inverse-color-subtle': r[300], 'inverse-border-subtle': r[400],
}).map(([k, v]) => `--basis-color-${prefix}-${k}:${v}`).join(';');

for (const [name, [brand, support]] of Object.entries(themes)) {
  const b = ramp(brand), s = ramp(support);
  const own = { brand: b[500], 'brand-dark': b[600], 'brand-deep': b[700], 'brand-light': b[50], 'brand-100': b[100], 'brand-300': b[300], 'brand-400': b[400], support: s[400] };
  const css = `/*! Theme ${name}: made by scripts/assets/theme.mjs from ${brand} and ${support}. EUPL-1.2 */\n`
    + `.theme-${name}{${['accent-1', 'action-1', 'action-2'].map(p => roles(p, b)).join(';')};${roles('accent-2', s)};`
    + `${Object.entries(own).map(([k, v]) => `--app-${k}:${v}`).join(';')}}\n`;
  fs.writeFileSync(new URL(`../../assets/theme-${name}.css`, import.meta.url), css);
}
