// Two ways to work the page: with a mouse, and with the keyboard alone. Both are told the same things.

import { unfold } from './setup.js';

/** Types, points and clicks. */
export class Mouse {
  constructor(page) {
    this.page = page;
  }

  press = (id) => this.page.locator(`[id="${id}"]`).click();
  write = (id, text) => this.page.locator(`[id="${id}"]`).fill(text);
  date = (id, day) => this.write(id, day);
  pick = (id, value) => this.page.locator(`[id="${id}"]`).selectOption(value);

  /** Ticks a box or a dot by its name and value. */
  tick = (form, name, value) =>
    this.page.locator(`form[id="${form}"] input[name="${name}"][value="${value}"]`).check();

  /** Chooses a file. */
  async file(id, name, text) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(id)]);
    await chooser.setFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(text),
    });
  }

  unfold = (id) => unfold(this.page, `details[id="${id}"]`);
}

/** Tab, Shift+Tab, arrows, space and Enter; the mouse is never used, nor is focus ever set from outside. */
export class Keys {
  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
  }

  file = Mouse.prototype.file;

  /** Tabs to an element, by the shorter way; half of a long way at once, as what takes focus can only be guessed. */
  async to(selector) {
    const place = (wanted) => {
      const element = document.querySelector(wanted);
      if (!element) return { key: 'missing' };
      const { activeElement: active } = document;
      if (active === element) {
        // What has the focus is on the screen, and nothing lies over it.
        const { left, top, width, height } = active.getBoundingClientRect();
        const above = document.elementFromPoint(
          left + Math.min(width / 2, 20),
          top + Math.min(height / 2, 12),
        );
        return above !== null && (active.contains(above) || above.contains(active))
          ? { key: 'here' }
          : {
              key: 'covered',
              by: `${top} of ${innerHeight}, under ${above?.outerHTML.slice(0, 80)}`,
            };
      }
      const stops = [
        ...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe'),
      ].filter((stop) => stop.checkVisibility());
      const between = Math.abs(stops.indexOf(element) - stops.indexOf(active));
      const after =
        active !== document.body &&
        element.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING;
      return { key: after ? 'Shift+Tab' : 'Tab', times: Math.max(1, Math.floor(between / 2)) };
    };
    await this.page.waitForSelector(selector, { state: 'attached' });
    for (let tries = 0; tries < 200; tries += 1) {
      const { key, times, by } = await this.page.evaluate(place, selector);
      if (key === 'here') return;
      if (key === 'covered') throw new Error(`${selector} has the focus and cannot be seen: ${by}`);
      if (key === 'missing') throw new Error(`${selector} has gone`);
      for (let presses = 0; presses < times; presses += 1) await this.keyboard.press(key);
    }
    throw new Error(`${selector} cannot be reached by the keyboard`);
  }

  async press(id) {
    await this.to(`[id="${id}"]`);
    await this.keyboard.press('Enter');
  }

  async write(id, text) {
    await this.to(`[id="${id}"]`);
    await this.keyboard.press('Control+A');
    await this.keyboard.insertText(text);
  }

  async date(id, day) {
    const [year, month, date] = day.split('-');
    const field = this.page.locator(`[id="${id}"]`);
    // In which order the day is typed is the browser's.
    for (const typed of [date + month + year, month + date + year]) {
      await this.to(`[id="${id}"]`);
      // From whichever side it was come upon, begin at its first part.
      while (await field.evaluate((element) => element === document.activeElement))
        await this.keyboard.press('Shift+Tab');
      await this.keyboard.press('Tab');
      await this.keyboard.type(typed);
      if ((await field.inputValue()) === day) return;
    }
    throw new Error(`${id} did not take ${day}`);
  }

  async pick(id, value) {
    await this.to(`[id="${id}"]`);
    const options = await this.page
      .locator(`[id="${id}"] option`)
      .evaluateAll((all) => all.map((option) => option.value));
    await this.keyboard.press('Home');
    for (let step = 0; step < options.indexOf(value); step += 1)
      await this.keyboard.press('ArrowDown');
    if ((await this.page.locator(`[id="${id}"]`).inputValue()) !== value)
      throw new Error(`${id} did not take ${value}`);
  }

  async tick(form, name, value) {
    const group = `form[id="${form}"] input[name="${name}"]`;
    const wanted = `${group}[value="${value}"]`;
    if (await this.page.locator(wanted).isChecked()) return;
    if ((await this.page.locator(wanted).getAttribute('type')) === 'checkbox') {
      await this.to(wanted);
      await this.keyboard.press('Space');
    } else {
      const checked = await this.page.locator(`${group}:checked`).count();
      await this.to(checked ? `${group}:checked` : group);
      if (!checked) await this.keyboard.press('Space');
      for (let step = 0; step < 20 && !(await this.page.locator(wanted).isChecked()); step += 1)
        await this.keyboard.press('ArrowDown');
    }
    if (!(await this.page.locator(wanted).isChecked()))
      throw new Error(`${name} did not take ${value}`);
  }

  async unfold(id) {
    if (await this.page.locator(`details[id="${id}"]`).evaluate((element) => element.open)) return;
    await this.to(`details[id="${id}"] > summary`);
    await this.keyboard.press('Enter');
  }
}
