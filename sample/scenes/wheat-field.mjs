// A wheat field with a track through it, a lone tree and a farm at the horizon.

import { mix } from './kit/colour.mjs';
import { birds, hills, poplar, sky, tree } from './kit/nature.mjs';
import { HEIGHT, Sheet } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const flip = rng.chance(0.5);
  sky(s, rng, { horizon: 400, sun: [flip ? 330 : 880, p.variant === 'day' ? 120 : 250], clouds: p.variant === 'day' ? 5 : 3 });
  hills(s, rng, { y: 372, amp: 34, colour: p.far });
  hills(s, rng, { y: 392, amp: 16, colour: p.mid, waves: 3 });
  for (let i = 0; i < 7; i += 1) poplar(s, rng, 170 + i * 34 + rng.range(-8, 8), 408, rng.range(60, 100), { colour: mix(p.green, p.far, 0.35) });
  gable(s, rng, { x: 300, y: 410, w: 62, h: 44, run: 70 });
  const wheat = p.local(mix(p.gold, p.paper, 0.12));
  s.rect(-5, 404, 1210, 400, wheat, { shade: [['dark', 'top', 0.3, 0.3]] });
  // Bands of the swell in the field, closer together far away.
  for (let i = 0; i < 9; i += 1) {
    const y = 410 + 390 * (i / 9) ** 1.7;
    const d = hillsBand(rng, y, 6 + i * 5);
    s.path(d, i % 2 ? mix(wheat, p.wood, 0.2) : mix(wheat, p.red, 0.12), { shade: [['dark', 'bottom', 0.25, 0.4]] });
  }
  // The track: two ruts that meet on the horizon.
  const vx = 640;
  s.poly([[vx - 4, 406], [vx + 5, 406], [760, HEIGHT], [330, HEIGHT]], mix(p.ground, p.wood, 0.25), { shade: [['dark', 'bottom', 0.4, 0.8]] });
  s.poly([[vx - 0.5, 408], [vx + 1.5, 408], [610, HEIGHT], [480, HEIGHT]], p.green, { shade: [['dark', 'bottom', 0.5]] });
  tree(s, rng, 905, 452, 250, { lit: flip ? -1 : 1 });
  s.ellipse(915, 452, 110, 9, p.ink, { opacity: 0.25 });
  for (let row = 0; row < 3; row += 1) {
    const base = 660 + row * 80;
    for (let x = -20; x < 1230; x += 17 - row) {
      const inside = x > 330 - row * 26 && x < 770 + row * 26;
      if (inside) continue;
      ear(s, rng, x + rng.range(-6, 6), base + rng.range(20, 90), rng.range(110, 170) + row * 20, mix(wheat, row < 2 ? p.wood : p.woodDark, 0.2 + row * 0.22));
    }
  }
  birds(s, rng, 480, 190, 5, 13);
  return s;
}

function hillsBand(rng, y, amp) {
  const k = rng.range(0, 6);
  let d = `M-20 ${y}`;
  for (let x = 0; x <= 1240; x += 62) d += `L${x} ${(y + Math.sin(x / 190 + k) * amp * 0.4 - amp * 0.4).toFixed(1)}`;
  return `${d}L1240 ${y + amp * 1.6}Q600 ${y + amp * 0.6} -20 ${y + amp * 1.6}Z`;
}

function ear(s, rng, x, y, h, colour) {
  const lean = rng.range(-0.12, 0.2) * h;
  const [tx, ty] = [x + lean, y - h];
  s.line([[x, y], [x + lean * 0.4, y - h * 0.6], [tx, ty]], colour, 3, { curve: true });
  const angle = Math.atan2(-h * 0.4, lean * 0.6);
  for (let i = 0; i < 5; i += 1) {
    const [gx, gy] = [tx + Math.cos(angle) * i * 9, ty + Math.sin(angle) * i * 9];
    for (const side of [-1, 1]) {
      const a = angle + side * 0.5;
      s.path(`M${gx.toFixed(1)} ${gy.toFixed(1)}q${(Math.cos(a - 0.5) * 9).toFixed(1)} ${(Math.sin(a - 0.5) * 9).toFixed(1)} ${(Math.cos(a) * 17).toFixed(1)} ${(Math.sin(a) * 17).toFixed(1)}q${(-Math.cos(a + 0.6) * 12).toFixed(1)} ${(-Math.sin(a + 0.6) * 12).toFixed(1)} ${(-Math.cos(a) * 17).toFixed(1)} ${(-Math.sin(a) * 17).toFixed(1)}Z`, colour);
    }
  }
}
