// A playground between apartment houses: slide, swings, a frame to climb, children.

import { mix } from './kit/colour.mjs';
import { crown, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { lampPost, windows } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 430, sun: [610, p.variant === 'day' ? 90 : 200], r: 58, clouds: 4 });
  for (const [x, w, h, d] of [[300, 150, 190, 0.5], [690, 170, 230, 0.5], [-20, 290, 350, 0.2], [880, 340, 390, 0.2]]) {
    const wall = mix(mix(p.cream, p.stone, 0.4), p.far, d);
    s.rect(x, 470 - h, w, h, wall, { shade: [['dark', 'bottom', 0.4], ['dark', 'left', 0.4, 0.5]] });
    s.rect(x - 4, 464 - h, w + 8, 10, mix(wall, p.ink, 0.2));
    const cols = Math.round(w / 44);
    windows(s, rng, { x: x + 8, y: 476 - h, w: w - 16, h: h - 26, cols, rows: Math.round(h / 52), lit: 0.5 });
    for (let c = 0; c < cols; c += 2) for (let r = 0; r < Math.round(h / 52); r += 1) s.rect(x + 8 + (c * (w - 16)) / cols, 476 - h + r * 50 + 32, (w - 16) / cols, 14, mix(wall, rng.pick([p.red, p.steel, p.leaf]), 0.4));
  }
  for (let x = -10; x < 1230; x += 70) crown(s, rng, x, 474, 52, 34, mix(p.green, p.mid, 0.2));
  for (const [x, h] of [[60, 230], [560, 150], [1150, 250]]) tree(s, rng, x, 510, h, { colour: p.green });
  s.rect(-5, 484, 1210, 330, mix(p.green, p.leaf, 0.55), { shade: [['dark', 'bottom', 0.45]] });
  const sand = mix(p.ground, p.cream, 0.55);
  s.path('M120 640C240 540 900 520 1080 600S1180 780 900 796S60 800 120 640Z', sand, { shade: [['dark', 'bottom', 0.45]] });
  for (let i = 0; i < 70; i += 1) s.ellipse(rng.range(180, 1080), rng.range(600, 780), rng.range(2, 6), 2, mix(sand, p.ink, 0.22));
  lampPost(s, 1080, 620, 330);
  s.ellipse(320, 716, 230, 16, p.ink, { opacity: 0.2 });
  slide(s, p);
  swings(s, rng, p);
  climber(s, rng, p);
  for (const [x, y, h, o] of [[560, 742, 120, { coat: p.yellow, walk: true, turn: 1, arm: 'up' }], [620, 768, 128, { coat: p.red, walk: true, turn: -1 }], [1140, 700, 176, { coat: p.near, turn: -1 }]]) person(s, rng, { x, y, h, legs: mix(p.near, p.ink, 0.3), ...o });
  ball(s, 690, 760, 22, p);
  return s;
}

function slide(s, p) {
  const steel = mix(p.steel, p.paper, 0.3);
  for (const x of [196, 300]) s.line([[x, 712], [x + 8, 430]], p.woodDark, 11, { cap: 'butt' });
  for (let i = 0; i < 7; i += 1) s.line([[198 + i, 690 - i * 32], [302 + i, 690 - i * 32]], p.wood, 8);
  // The little house on top
  s.rect(190, 470, 136, 16, p.wood, { shade: [['dark', 'bottom', 0.5]] });
  s.rect(198, 372, 8, 100, p.woodDark);
  s.rect(310, 372, 8, 100, p.woodDark);
  s.rect(202, 424, 50, 48, p.yellow, { shade: [['dark', 'left', 0.5]] });
  s.poly([[172, 380], [258, 304], [344, 380]], p.red, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4, 0.5]] });
  s.path('M320 474C400 500 440 640 560 686L548 706C410 668 380 540 310 492Z', steel, { shade: [['dark', 'bottom', 0.6], ['cut', 'top', 0.4, 0.5]] });
  s.path('M314 458C400 484 450 622 566 670L560 688C440 640 400 500 318 474Z', p.red, { shade: [['dark', 'bottom', 0.4]] });
  s.line([[440, 626], [430, 716]], p.woodDark, 9);
  // A child on the way down
  s.move('translate(402 560) rotate(52)', () => {
    s.path('M-8 -14Q10 -24 44 -10L46 4L4 4Z', p.near);
    s.path('M-16 4Q-22 -46 -2 -52Q16 -48 10 4Z', p.yellow, { shade: [['dark', 'left', 0.6]] });
    s.line([[0, -44], [-20, -66]], p.yellow, 8);
    s.ellipse(-2, -66, 13, 14, p.skin);
    s.path('M-16 -64Q-16 -84 0 -82Q12 -82 12 -70Q-4 -76 -8 -60Z', p.woodDark);
  });
}

function swings(s, rng, p) {
  const frame = mix(p.near, p.ink, 0.15);
  s.ellipse(850, 700, 210, 12, p.ink, { opacity: 0.2 });
  s.line([[700, 410], [1000, 400]], frame, 12);
  for (const [x, y] of [[700, 410], [1000, 400]]) {
    s.line([[x, y], [x - 48, 690]], frame, 11);
    s.line([[x, y], [x + 44, 700]], frame, 11);
  }
  // One swing in motion with a child, one that hangs still
  s.line([[760, 410], [690, 596]], p.ink, 3);
  s.line([[800, 408], [734, 606]], p.ink, 3);
  s.poly([[680, 594], [744, 606], [742, 616], [678, 604]], p.red);
  s.move('translate(710 598) rotate(20)', () => {
    s.path('M-16 0L44 -8L66 10L58 18L40 6L-10 14Z', mix(p.near, p.ink, 0.4));
    s.path('M-20 4Q-26 -54 0 -60Q22 -54 18 6Z', p.red, { shade: [['dark', 'left', 0.7]] });
    s.line([[8, -46], [34, -58]], p.red, 9);
    s.ellipse(2, -76, 15, 17, p.skin, { shade: [['dark', 'left', 0.4]] });
    s.path('M-14 -70Q-18 -96 4 -95Q20 -93 18 -82Q2 -86 -2 -72L-12 -60Z', p.ink);
  });
  s.line([[900, 404], [900, 620]], p.ink, 3);
  s.line([[948, 403], [948, 620]], p.ink, 3);
  s.rect(892, 618, 64, 11, p.yellow, { shade: [['dark', 'bottom', 0.5]] });
}

function climber(s, rng, p) {
  const [x, y, r] = [560, 640, 78];
  for (const k of [-1, -0.5, 0, 0.5, 1]) s.path(`M${x + k * r} ${y}Q${x + k * r * 0.9} ${y - r} ${x} ${y - r * 1.05}`, 'none', { stroke: k % 1 ? p.red : p.near, width: 5 });
  for (const [v, w] of [[0, 1], [0.4, 0.93], [0.75, 0.7]]) s.path(`M${x - r * w} ${y - r * v}Q${x} ${y - r * v + 14} ${x + r * w} ${y - r * v}`, 'none', { stroke: p.near, width: 5 });
}

function ball(s, x, y, r, p) {
  s.ellipse(x + 4, y + r, r, 5, p.ink, { opacity: 0.3 });
  s.circle(x, y, r, p.white, { shade: [['dark', 'bottomleft', 0.6]] });
  s.path(`M${x - r} ${y}Q${x} ${y - r * 0.8} ${x + r} ${y}Q${x} ${y + r * 0.1} ${x - r} ${y}Z`, p.red);
}
