// <app-area> around the form of a bid's own area: pressing an area on the map ticks it in the list; when
// something is drawn, pressing the map adds a corner to the list of corners. SPDX-License-Identifier: EUPL-1.2
class OwnArea extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.map = this.querySelector('svg[data-west]');
    if (!this.form || !this.map) return;
    this.corners = this.form.elements.points;
    this.map.addEventListener('click', event => this.press(event));
    this.form.addEventListener('change', () => this.draw());
    this.corners.addEventListener('input', () => this.draw());
    this.querySelector('[data-undo]').addEventListener('click', () => this.lines(lines => lines.slice(0, -1)));
    this.draw();
  }

  get choice() { return new FormData(this.form).get('choice'); }

  boxes() { return [...this.form.querySelectorAll('[name=areas]')]; }

  press(event) {
    if (this.choice === 'drawn') return this.lines(lines => [...lines, this.place(event)]);
    const key = event.target.closest('[data-key]')?.dataset.key;
    const box = this.boxes().find(one => one.value === key);
    if (!box) return;
    box.checked = !box.checked;
    this.form.querySelector('[name=choice][value=areas]').checked = true;
    this.draw();
  }

  // A place in the picture as latitude and longitude.
  place({ clientX, clientY }) {
    const { west, north, across, down } = this.map.dataset;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.map.getScreenCTM().inverse());
    return `${(north - y / down).toFixed(5)} ${(Number(west) + x / across).toFixed(5)}`;
  }

  lines(change) {
    const lines = this.corners.value.split('\n').filter(line => line.trim());
    this.corners.value = change(lines).join('\n');
    this.draw();
  }

  draw() {
    const { choice } = this;
    this.querySelector('[data-with-script]').hidden = choice !== 'drawn';
    const { west, north, across, down } = this.map.dataset;
    const picked = new Set(this.boxes().filter(box => box.checked).map(box => box.value));
    for (const area of this.map.querySelectorAll('[data-key]')) {
      const on = choice === 'whole' || (choice === 'areas' && picked.has(area.dataset.key));
      area.classList.toggle('area--current', on);
      area.classList.toggle('area--open', !on);
    }
    const points = this.corners.value.split('\n').map(line => line.replaceAll(',', '.').trim().split(/[\s;]+/).map(Number));
    const spots = points.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b)).map(([lat, lon]) => `${(lon - west) * across},${(north - lat) * down}`);
    this.map.querySelector('polygon').setAttribute('points', choice === 'drawn' ? spots.join(' ') : '');
  }
}

customElements.define('app-area', OwnArea);
