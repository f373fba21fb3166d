// Makes the committed files in assets/: one style sheet (NL Design System parts, pruned tokens, our own layer)
// and the fonts. Needed only when a version or app.css changes; the Rust build never runs it.
// Use: npm ci --ignore-scripts && npm run build
import fs from 'node:fs';
import path from 'node:path';
import { transform } from 'lightningcss';

const modules = process.env.NODE_MODULES ?? new URL('node_modules', import.meta.url).pathname;
const here = new URL('.', import.meta.url).pathname;
const out = new URL('../../assets/', import.meta.url).pathname;
const utrecht = 'root body document alert breadcrumb-nav checkbox radio-button form-field form-label form-field-description form-field-error-message form-fieldset form-toggle textarea textbox select table status-badge data-list unordered-list ordered-list separator page-footer action-group pagination link-list blockquote'.split(' ');
const candidate = 'button link heading paragraph data-badge number-badge skip-link mark'.split(' ');
const tokens = '@nl-design-system-unstable/voorbeeld-design-tokens';
const font = '@fontsource-variable/noto-sans';

const manifest = name => JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
const read = (name, file) => fs.readFileSync(path.join(modules, name, file), 'utf8');
const parts = [
  ...candidate.map(n => [`@nl-design-system-candidate/${n}-css`, `dist/${n}.css`]),
  ...utrecht.map(n => [`@utrecht/${n}-css`, 'dist/index.css']),
];
const components = parts.map(([name, file]) => read(name, file).replace(/\/\*# sourceMappingURL.*?\*\//g, '')).join('\n');
const own = fs.readFileSync(path.join(here, 'app.css'), 'utf8');
const themes = fs.readdirSync(out).filter(f => f.startsWith('theme-')).map(f => fs.readFileSync(out + f, 'utf8')).join('\n');

// Keep only the tokens that the parts, our own layer or a theme use, directly or through another token.
const known = new Map([...read(tokens, 'dist/theme.css').matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(m => [m[1], m[2].trim()]));
const used = new Set();
const scan = text => { for (const m of text.matchAll(/var\(\s*(--[\w-]+)/g)) keep(m[1]); };
const keep = name => { if (used.has(name) || !known.has(name)) return; used.add(name); scan(known.get(name)); };
[components, own, themes].forEach(scan);
const pruned = [...known].filter(([k]) => used.has(k)).map(([k, v]) => `${k}:${v}`).join(';');

const names = parts.map(([name]) => `${name} ${manifest(name).version}`).join(', ');
const head = `/*! Contains ${names} and ${tokens} ${manifest(tokens).version} (pruned: ${used.size} of ${known.size} tokens), all EUPL-1.2;`
  + ` own layer EUPL-1.2. See LICENSES/. */\n`;
const source = `@layer tokens,nlds,app;@layer nlds{${components}}@layer tokens{.nlds-theme{${pruned}}}${own}`;
const targets = { chrome: 105 << 16, firefox: 110 << 16, safari: (15 << 16) | (4 << 8) };
const { code } = transform({ filename: 'style.css', code: Buffer.from(source), minify: true, targets });
fs.writeFileSync(out + 'style.css', head + code + '\n');

for (const subset of ['latin', 'latin-ext']) {
  fs.copyFileSync(path.join(modules, font, `files/noto-sans-${subset}-wght-normal.woff2`), `${out}noto-sans-${subset}.woff2`);
}
console.log({ parts: parts.length, tokens: used.size, bytes: code.length });
