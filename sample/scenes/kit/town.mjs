// Houses, windows, lamps.

import { mix } from './colour.mjs';

/** Rows of windows in the rectangle; some are lit when it is dark. */
export function windows(s, rng, { x, y, w, h, cols, rows, lit = 0.55, frame = true, ratio = 0.52, tall = 0.62, shutters = null }) {
  const p = s.palette;
  const [cw, ch] = [w / cols, h / rows];
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < cols; c += 1) {
      const [ww, wh] = [cw * ratio, ch * tall];
      const [wx, wy] = [x + c * cw + (cw - ww) / 2, y + r * ch + (ch - wh) / 2];
      const on = rng.chance(p.variant === 'day' ? 0 : p.variant === 'dawn' ? lit * 0.35 : lit);
      const glass = on ? mix(p.gold, p.paper, rng.range(0.05, 0.3)) : rng.chance(0.3) ? mix(p.paneDark, p.sky[1], 0.25) : p.paneDark;
      if (frame) s.rect(wx - 2.2, wy - 2.2, ww + 4.4, wh + 5, mix(p.white, p.stoneDark, 0.25));
      s.rect(wx, wy, ww, wh, glass, { shade: on ? [] : [['dark', 'top', 0.4]] });
      if (ww > 11) s.line([[wx + ww / 2, wy], [wx + ww / 2, wy + wh]], mix(p.white, p.stoneDark, 0.35), 1.6);
      if (ww > 11) s.line([[wx, wy + wh * 0.36], [wx + ww, wy + wh * 0.36]], mix(p.white, p.stoneDark, 0.35), 1.6);
      if (on && p.dark && ww > 9) s.glow(wx + ww / 2, wy + wh / 2, Math.max(ww, wh) * 1.1, 0.35);
      if (shutters) {
        s.rect(wx - ww * 0.46 - 2, wy - 1, ww * 0.42, wh + 2, shutters, { shade: [['dark', 'left', 0.5]] });
        s.rect(wx + ww + 2, wy - 1, ww * 0.42, wh + 2, shutters, { shade: [['dark', 'left', 0.5]] });
      }
    }
  }
}

/** A house seen from its long side, with its roof; `y` is the ground. */
export function house(s, rng, { x, y, w, h, wall, roof, rows = 2, cols, door = true, chimney = true, eaves = 8, roofHigh = null, shutters = null, lit }) {
  const p = s.palette;
  const skin = wall ?? rng.pick([p.cream, p.white, mix(p.white, p.red, 0.25), mix(p.yellow, p.white, 0.45), mix(p.white, p.leaf, 0.3)]);
  const cap = roof ?? rng.pick([p.brick, mix(p.brick, p.red, 0.5), mix(p.brick, p.ink, 0.25)]);
  const rh = roofHigh ?? h * rng.range(0.3, 0.42);
  if (chimney) {
    const cx = x + w * rng.range(0.2, 0.75);
    s.rect(cx, y - h - rh * 1.15, Math.max(7, w * 0.09), rh, mix(cap, p.stoneDark, 0.4), { shade: [['dark', 'left', 0.5]] });
  }
  s.rect(x, y - h, w, h, skin, { shade: [['dark', 'left', 0.5, 0.5], ['dark', 'top', 0.4, 0.25]] });
  const inset = w * rng.range(0.08, 0.16);
  s.poly([[x - eaves, y - h], [x + inset, y - h - rh], [x + w - inset, y - h - rh], [x + w + eaves, y - h]], cap, { shade: [['cut', 'top', 0.4, 0.7], ['dark', 'left', 0.5, 0.6]] });
  s.rect(x - eaves, y - h - 2, w + eaves * 2, 5, mix(cap, p.ink, 0.35));
  windows(s, rng, { x: x + w * 0.04, y: y - h + 6, w: w * 0.92, h: (h - 6) * (door ? 0.98 : 0.96), cols: cols ?? Math.max(2, Math.round(w / 42)), rows, shutters, lit });
  if (door) {
    const dw = Math.min(w * 0.2, 26);
    const dx = x + w * rng.pick([0.3, 0.5, 0.65]) - dw / 2;
    s.rect(dx, y - (h / rows) * 0.8, dw, (h / rows) * 0.8, p.woodDark, { shade: [['dark', 'top', 0.5]] });
  }
}

/** A house seen from its gable end, with the long side running off to one side (-1 left, 1 right). */
export function gable(s, rng, { x, y, w, h, run = w * 0.7, side = 1, wall, roof, rows = 2, lit = 0.6 }) {
  const p = s.palette;
  const skin = wall ?? rng.pick([p.cream, p.white, mix(p.yellow, p.white, 0.5)]);
  const cap = roof ?? rng.pick([p.brick, mix(p.brick, p.red, 0.5), mix(p.brick, p.ink, 0.2)]);
  const rh = w * 0.42;
  const drop = run * 0.1;
  const [near, farX] = side > 0 ? [x + w, x + w + run] : [x, x - run];
  s.poly([[near, y], [near, y - h], [farX, y - h + drop], [farX, y - drop * 0.6]], mix(skin, p.ink, 0.2), { shade: [['dark', side > 0 ? 'right' : 'left', 0.6]] });
  s.rect(x, y - h, w, h, skin, { shade: [['dark', 'bottom', 0.35, 0.5]] });
  s.poly([[x, y - h], [x + w / 2, y - h - rh], [x + w, y - h]], skin);
  const over = w * 0.07;
  s.poly([[x + w / 2, y - h - rh - 4], [near + side * over, y - h + over * 0.6], [farX + side * over, y - h + drop + over * 0.4], [x + w / 2 + side * run, y - h - rh + drop * 1.2]], cap, { shade: [['cut', side > 0 ? 'left' : 'right', 0.45, 0.8], ['dark', 'bottom', 0.4]] });
  s.line([[x - over, y - h + over * 0.7], [x + w / 2, y - h - rh - 2], [x + w + over, y - h + over * 0.7]], mix(cap, p.ink, 0.3), Math.max(3, w * 0.05), { cap: 'butt' });
  windows(s, rng, { x: x + w * 0.08, y: y - h * 1.02, w: w * 0.84, h, cols: 2, rows, lit });
  const dw = w * 0.18;
  s.rect(x + w * 0.41, y - (h / rows) * 0.72, dw, (h / rows) * 0.72, p.woodDark, { shade: [['dark', 'top', 0.5]] });
}

export function lampPost(s, x, y, h, { arm = 0, on = s.palette.dark } = {}) {
  const p = s.palette;
  const w = Math.max(3, h * 0.022);
  if (on) s.glow(x + arm, y - h, h * 0.62, 0.75);
  s.rect(x - w * 1.6, y - h * 0.09, w * 3.2, h * 0.09, p.ink);
  s.line([[x, y], [x, y - h + (arm ? 0 : h * 0.06)]], p.ink, w);
  if (arm) s.line([[x, y - h], [x + arm * 0.6, y - h - h * 0.05], [x + arm, y - h]], p.ink, w * 0.8, { curve: true });
  const [lx, ly] = [x + arm, y - h];
  s.poly([[lx - h * 0.035, ly - h * 0.01], [lx + h * 0.035, ly - h * 0.01], [lx + h * 0.022, ly + h * 0.07], [lx - h * 0.022, ly + h * 0.07]], on ? p.lamp : mix(p.white, p.steel, 0.4));
  s.poly([[lx - h * 0.045, ly], [lx, ly - h * 0.045], [lx + h * 0.045, ly]], p.ink);
  if (on) s.glow(lx, ly + h * 0.03, h * 0.16, 0.9);
}
