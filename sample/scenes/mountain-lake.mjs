// A lake between mountains, a jetty and a rowing boat in front.

import { mix } from './kit/colour.mjs';
import { birds, grass, hills, pine, sky, water } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const sun = rng.range(640, 900);
  sky(s, rng, { horizon: 430, sun: [sun, p.variant === 'day' ? 120 : 210], clouds: 2 });
  const snow = mix(p.white, p.sky[1], 0.15);
  range(s, rng, 470, 270, p.far, snow, [180, 560, 1010]);
  range(s, rng, 480, 150, p.mid, null, [60, 400, 830, 1180]);
  hills(s, rng, { y: 452, amp: 14, colour: p.near, waves: 4, bottom: 490 });
  water(s, rng, { y0: 478, sun });
  s.clip('M0 478H1200V640H0Z', () => {
    for (const x of [180, 560, 1010]) s.poly([[x - 190, 482], [x, 620], [x + 190, 482]], p.ink, { opacity: 0.14 });
  });
  // The jetty runs from the right edge towards the light.
  const deck = p.wood;
  s.poly([[1210, 700], [1210, 640], [640, 592], [596, 606]], deck, { shade: [['dark', 'right', 0.5]] });
  for (let i = 1; i < 15; i += 1) {
    const t = i / 15;
    s.line([[596 + 614 * t, 606 + 94 * t], [640 + 570 * t, 592 + 48 * t]], mix(deck, p.ink, 0.45), 2 + t * 2);
  }
  s.poly([[1210, 722], [1210, 700], [596, 606], [596, 616]], mix(deck, p.ink, 0.5));
  for (const t of [0.02, 0.3, 0.66]) s.rect(596 + 614 * t, 606 + 94 * t - 34 - 20 * t, 10 + 9 * t, 90 + 60 * t, p.woodDark, { shade: [['dark', 'left', 0.6], ['dark', 'bottom', 0.5]] });
  boat(s, 420, 640, p);
  birds(s, rng, 300, 170, 4, 15, mix(p.ink, p.sky[1], 0.25));
  for (const [x, h] of [[40, 430], [128, 330], [-20, 380]]) pine(s, rng, x, 800, h, { colour: mix(p.near, p.ink, 0.45) });
  grass(s, rng, { y: 800, to: 420, count: 60, h: 60, colour: p.ink });
  return s;
}

function range(s, rng, base, high, colour, snow, peaks) {
  const p = s.palette;
  for (const peak of peaks) {
    const h = high * rng.range(0.75, 1.05);
    const w = h * rng.range(1.2, 1.5);
    const x = peak + rng.range(-30, 30);
    const top = base - h;
    const left = [[x - w * 0.7, base - h * 0.28], [x - w * 0.42, base - h * 0.5], [x - w * 0.2, base - h * 0.82]];
    const right = [[x + w * 0.16, base - h * 0.8], [x + w * 0.38, base - h * 0.55], [x + w * 0.7, base - h * 0.2]];
    s.poly([[x - w, base], ...left, [x, top], ...right, [x + w, base]], colour, { shade: [['dark', 'bottom', 0.25, 0.5]] });
    // The side away from the light, with its spurs.
    s.poly([[x, top], [x + w * 0.04, top + h * 0.24], [x - w * 0.08, top + h * 0.4], [x + w * 0.02, top + h * 0.62], [x - w * 0.14, base], [x - w, base], ...left], mix(colour, p.ink, 0.2), { shade: [['cut', 'left', 0.3, 0.5]] });
    if (snow) {
      s.poly([left[2], [x, top], right[0], [x + w * 0.2, top + h * 0.3], [x + w * 0.1, top + h * 0.24], [x + w * 0.05, top + h * 0.4], [x - w * 0.04, top + h * 0.26], [x - w * 0.12, top + h * 0.36], [x - w * 0.2, top + h * 0.28]], snow, { shade: [['dark', 'left', 0.7, 0.6]] });
    }
  }
}

function boat(s, x, y, p) {
  s.ellipse(x + 6, y + 34, 150, 13, p.ink, { opacity: 0.3 });
  s.path(`M${x - 150} ${y - 18}Q${x - 110} ${y + 40} ${x - 20} ${y + 40}Q${x + 100} ${y + 40} ${x + 140} ${y - 26}Q${x + 20} ${y + 4} ${x - 150} ${y - 18}Z`, p.red, { shade: [['dark', 'bottom', 0.8, 0.7], ['cut', 'topright', 0.4, 0.5]] });
  s.path(`M${x - 150} ${y - 18}Q${x} ${y - 42} ${x + 140} ${y - 26}Q${x + 20} ${y + 6} ${x - 150} ${y - 18}Z`, p.woodDark);
  s.line([[x - 150, y - 18], [x - 20, y - 5], [x + 140, y - 26]], p.cream, 5, { curve: true });
  s.poly([[x - 66, y - 22], [x - 34, y - 30], [x - 18, y - 7], [x - 50, y - 9]], p.wood);
  s.poly([[x + 34, y - 32], [x + 64, y - 34], [x + 76, y - 16], [x + 48, y - 11]], p.wood);
  s.line([[x - 30, y - 40], [x + 170, y + 30]], p.wood, 5);
  s.ellipse(x + 178, y + 33, 22, 6, p.wood);
}
