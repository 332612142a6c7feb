// A wheat field with a track through it, a lone tree and a farm at the horizon.

import { mix } from './kit/colour.mjs';
import { birds, hills, poplar, sky, tree } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
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
  // A track that winds through the field, with grass between its ruts
  s.path('M638 406C690 430 560 470 612 530S520 690 360 812H800C820 720 760 640 712 580S690 450 650 406Z', mix(p.ground, p.cream, 0.25), { shade: [['dark', 'bottom', 0.45, 0.8]] });
  s.path('M643 408C688 432 590 472 648 540S590 690 520 812H630C660 700 700 620 668 545S668 440 646 408Z', mix(p.leaf, p.green, 0.4), { shade: [['dark', 'bottom', 0.4]] });
  tree(s, rng, 905, 452, 250, { lit: flip ? -1 : 1 });
  s.ellipse(915, 452, 110, 9, p.ink, { opacity: 0.25 });
  // Ears in three rows, the nearest darkest; they leave the track free
  for (let row = 0; row < 3; row += 1) {
    const base = 650 + row * 86;
    for (let x = -20; x < 1230; x += 15 - row * 2) {
      if (x > 400 - row * 70 && x < 740 + row * 40) continue;
      ear(s, rng, x + rng.range(-6, 6), base + rng.range(20, 90), rng.range(100, 150) + row * 26, row === 1 ? mix(wheat, p.paper, p.dark ? 0.06 : 0.3) : mix(wheat, p.wood, row ? 0.62 : 0.4));
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
  s.line([[x, y], [x + lean * 0.4, y - h * 0.6], [tx, ty]], colour, 3.6, { curve: true });
  const angle = Math.atan2(-h * 0.4, lean * 0.6);
  for (let i = 0; i < 5; i += 1) {
    const [gx, gy] = [tx + Math.cos(angle) * i * 9, ty + Math.sin(angle) * i * 9];
    for (const side of [-1, 1]) {
      const a = angle + side * 0.5;
      s.path(`M${gx.toFixed(1)} ${gy.toFixed(1)}q${(Math.cos(a - 0.5) * 9).toFixed(1)} ${(Math.sin(a - 0.5) * 9).toFixed(1)} ${(Math.cos(a) * 17).toFixed(1)} ${(Math.sin(a) * 17).toFixed(1)}q${(-Math.cos(a + 0.6) * 12).toFixed(1)} ${(-Math.sin(a + 0.6) * 12).toFixed(1)} ${(-Math.cos(a) * 17).toFixed(1)} ${(-Math.sin(a) * 17).toFixed(1)}Z`, colour);
    }
  }
}
