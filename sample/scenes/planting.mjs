// People plant young trees on a slope: a row of saplings, spades, a watering can, the wood they will join behind.

import { mix } from './kit/colour.mjs';
import { cloud, grass, hills, pine, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet, smooth } from './kit/sheet.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  // A good day for planting is a dull one: by day the sky is full of cloud and shows no sun.
  sky(s, rng, { horizon: 420, sun: [850, p.variant === 'day' ? 120 : 250], light: p.variant !== 'day', r: 60, clouds: p.variant === 'day' ? 9 : 4 });
  if (p.variant === 'day') for (let i = 0; i < 7; i += 1) cloud(s, rng, 80 + i * 170, 70 + (i % 3) * 56, 360);
  hills(s, rng, { y: 360, amp: 90, colour: p.far });
  hills(s, rng, { y: 410, amp: 40, colour: p.mid, waves: 2.6 });
  for (let x = -10; x < 520; x += 30) pine(s, rng, x, 470 - x * 0.02, rng.range(90, 150), { colour: mix(p.near, p.mid, 0.35) });
  for (let x = 560; x < 1220; x += 54) tree(s, rng, x, 462, rng.range(70, 110), { colour: mix(p.green, p.mid, 0.3) });
  const soil = mix(p.wood, p.ground, 0.3);
  s.path(`${smooth([[-20, 470], [300, 450], [700, 476], [1220, 446]])}L1220 820H-20Z`, mix(p.leaf, p.green, 0.4), { shade: [['dark', 'bottom', 0.4]] });
  // Furrows that run to the top of the slope
  for (let i = 0; i < 7; i += 1) {
    const x0 = 470 + i * 46;
    const x1 = -260 + i * 300;
    s.poly([[x0, 466], [x0 + 12, 466], [x1 + 150, 820], [x1, 820]], soil, { shade: [['dark', 'left', 0.5], ['dark', 'bottom', 0.4]] });
    for (let k = 1; k < 8; k += 1) {
      const t = (k / 8) ** 1.7;
      const x = x0 + 6 + (x1 + 75 - x0 - 6) * t;
      const y = 466 + 354 * t;
      const busy = y > 690 && x > 360 && x < 960;
      if (!busy && x > -30 && x < 1230) sapling(s, rng, x, y, 20 + 120 * t);
    }
  }
  for (const [x, y, h, o] of [[420, 520, 74, { coat: p.yellow }], [690, 540, 84, { coat: p.red, turn: -1 }], [930, 530, 80, { coat: p.near, walk: true }]]) person(s, rng, { x, y, h, ...o });
  kneeler(s, rng, 500, 742, 1, p.red);
  digger(s, rng, 790, 726, p);
  sapling(s, rng, 622, 748, 170);
  s.path('M560 752Q620 722 690 752Q620 772 560 752Z', mix(soil, p.ink, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  can(s, 1010, 752, p);
  bucket(s, rng, 250, 752, p);
  grass(s, rng, { y: 800, count: 90, h: 46, colour: mix(p.near, p.ink, 0.2), spread: 10 });
  return s;
}

function sapling(s, rng, x, y, h) {
  const p = s.palette;
  s.line([[x + h * 0.1, y], [x + h * 0.1, y - h * 0.82]], p.wood, Math.max(1.6, h * 0.035), { cap: 'butt' });
  s.line([[x, y], [x - h * 0.01, y - h]], p.woodDark, Math.max(1.4, h * 0.028));
  if (h > 60) s.line([[x - 3, y - h * 0.5], [x + h * 0.12, y - h * 0.52]], p.red, 5);
  for (let i = 0; i < 7; i += 1) {
    const ly = y - h * (0.42 + i * 0.09);
    const side = i % 2 ? 1 : -1;
    const w = h * 0.15 * (1.2 - i * 0.07);
    s.path(`M${x} ${ly.toFixed(1)}q${(side * w * 0.4).toFixed(1)} ${(-w * 0.7).toFixed(1)} ${(side * w).toFixed(1)} ${(-w * 0.5).toFixed(1)}q${(-side * w * 0.3).toFixed(1)} ${(w * 0.6).toFixed(1)} ${(-side * w).toFixed(1)} ${(w * 0.5).toFixed(1)}Z`, mix(p.leaf, p.yellow, rng.range(0, 0.3)));
  }
}

/** Somebody on one knee who presses the earth down. */
function kneeler(s, rng, x, y, side, coat) {
  const p = s.palette;
  s.move(`translate(${x} ${y}) scale(${side * 1.05} 1.05)`, () => {
    s.ellipse(10, 2, 92, 10, p.ink, { opacity: 0.28 });
    s.path('M-64 0Q-70 -20 -40 -26L20 -30L40 -62L64 -52L52 -4L62 0H30L26 -10L-20 0Z', mix(p.near, p.ink, 0.4), { shade: [['dark', 'left', 0.6]] });
    s.path('M-52 -22Q-66 -84 -20 -128Q10 -150 44 -128Q58 -112 40 -84L26 -40Q-10 -14 -52 -22Z', coat, { shade: [['dark', 'left', 0.8, 0.7]] });
    s.line([[28, -118], [66, -76], [92, -22]], mix(coat, p.ink, 0.18), 22, { curve: true });
    s.circle(94, -14, 11, p.yellow);
    s.path('M36 -130L52 -150L62 -138L48 -118Z', mix(p.skin, p.ink, 0.15));
    s.ellipse(64, -158, 21, 25, p.skin, { shade: [['dark', 'left', 0.5]] });
    s.path('M40 -158Q38 -190 66 -188Q88 -186 86 -166Q72 -176 58 -168Q50 -150 44 -146Z', p.woodDark);
  });
}

/** Somebody with a foot on the spade. */
function digger(s, rng, x, y, p) {
  s.move(`translate(${x} ${y})`, () => {
    s.ellipse(-10, 4, 90, 10, p.ink, { opacity: 0.28 });
    s.line([[-54, -150], [-78, 4]], p.wood, 9);
    s.line([[-66, -154], [-42, -150]], p.woodDark, 10);
    s.path('M-94 -26L-60 -20L-66 24Q-84 34 -98 20Z', p.steel, { shade: [['dark', 'left', 0.6]] });
    s.path('M-22 -104L-34 -58L-74 -34L-66 -20L-12 -44L6 -104Z', mix(p.ink, p.near, 0.5));
    s.path('M-6 -104L14 -50L10 0H34L40 -54L30 -108Z', mix(p.ink, p.near, 0.25));
    s.path('M-84 -32L-58 -24L-62 -14H-92Z', p.woodDark);
    s.path('M6 -6H36Q42 -2 40 4H4Z', p.woodDark);
    s.path('M-30 -96Q-44 -150 -22 -186Q0 -204 24 -188Q44 -150 38 -94Q4 -84 -30 -96Z', p.yellow, { shade: [['dark', 'right', 0.75, 0.65]] });
    s.line([[16, -176], [14, -132], [-46, -118]], mix(p.yellow, p.ink, 0.2), 20, { curve: true });
    s.line([[-20, -174], [-46, -150], [-56, -150]], mix(p.yellow, p.ink, 0.12), 18, { curve: true });
    s.rect(-12, -204, 16, 20, mix(p.skinDark, p.ink, 0.1));
    s.ellipse(-8, -220, 19, 24, mix(p.skin, p.skinDark, 0.5), { shade: [['dark', 'right', 0.5]] });
    s.path('M-36 -226Q-34 -252 -6 -250Q18 -250 16 -224L-44 -218Z', p.near);
  });
}

function can(s, x, y, p) {
  s.ellipse(x, y + 2, 74, 9, p.ink, { opacity: 0.28 });
  s.path(`M${x - 44} ${y - 74}H${x + 36}L${x + 44} ${y}H${x - 52}Z`, p.steel, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4, 0.4]] });
  s.line([[x + 40, y - 16], [x + 92, y - 84]], p.steel, 12);
  s.poly([[x + 82, y - 98], [x + 116, y - 76], [x + 96, y - 66]], p.steel);
  s.path(`M${x - 44} ${y - 62}Q${x - 96} ${y - 66} ${x - 48} ${y - 14}`, 'none', { stroke: mix(p.steel, p.ink, 0.35), width: 9 });
  s.path(`M${x - 34} ${y - 74}Q${x} ${y - 120} ${x + 30} ${y - 74}`, 'none', { stroke: mix(p.steel, p.ink, 0.35), width: 8 });
}

function bucket(s, rng, x, y, p) {
  for (let i = 0; i < 5; i += 1) sapling(s, rng, x - 30 + i * 15, y - 50, 90 + (i % 3) * 24);
  s.ellipse(x, y + 2, 70, 9, p.ink, { opacity: 0.28 });
  s.path(`M${x - 56} ${y - 76}H${x + 56}L${x + 42} ${y}H${x - 42}Z`, p.near, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4, 0.4]] });
  s.rect(x - 60, y - 82, 120, 10, mix(p.near, p.paper, 0.25));
}
