// A film camera on its tripod in a meadow; what it waits for sits in the grass.

import { mix } from './kit/colour.mjs';
import { birds, grass, hills, sky, tree } from './kit/nature.mjs';
import { Sheet, circlePath } from './kit/sheet.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 470, sun: [300, p.variant === 'day' ? 130 : 320], r: 74, clouds: 5 });
  hills(s, rng, { y: 430, amp: 90, colour: p.far });
  hills(s, rng, { y: 470, amp: 40, colour: p.mid, waves: 3 });
  for (let i = 0; i < 7; i += 1) tree(s, rng, 30 + i * 74 + rng.range(-16, 16), 514, rng.range(70, 120), { colour: mix(p.green, p.mid, 0.3) });
  hills(s, rng, { y: 540, amp: 22, colour: mix(p.green, p.leaf, 0.45), waves: 1.6 });
  tree(s, rng, 1110, 600, 330, { colour: p.green, lit: -1 });
  s.path('M-10 640Q300 590 620 620T1210 610V812H-10Z', p.green, { shade: [['dark', 'bottom', 0.5]] });
  rabbit(s, 250, 660, 1.15, p);
  for (let i = 0; i < 40; i += 1) {
    const [x, y] = [rng.range(0, 1200), rng.range(600, 740)];
    s.line([[x, y + 16], [x + rng.range(-3, 3), y]], mix(p.green, p.ink, 0.2), 2);
    s.circle(x, y, rng.range(3.5, 6), rng.pick([p.white, p.yellow, p.red]));
  }
  s.ellipse(760, 780, 200, 14, p.ink, { opacity: 0.25 });
  tripod(s, p);
  body(s, p);
  grass(s, rng, { y: 800, count: 150, h: 84, colour: mix(p.near, p.ink, 0.25), spread: 14 });
  birds(s, rng, 430, 170, 5, 14);
  return s;
}

function tripod(s, p) {
  for (const [x, w] of [[590, 18], [960, 18], [790, 20]]) {
    s.line([[762, 520], [x, 800]], p.woodDark, w + 4);
    s.line([[764, 520], [x + 2, 800]], p.wood, w * 0.5);
  }
  s.line([[664, 690], [790, 720], [888, 690]], p.steel, 6);
  s.poly([[716, 494], [806, 494], [794, 544], [728, 544]], mix(p.ink, p.near, 0.3), { shade: [['dark', 'left', 0.6]] });
  s.line([[800, 514], [960, 560]], p.ink, 10);
  s.line([[930, 552], [984, 567]], mix(p.ink, p.brick, 0.4), 16);
}

function body(s, p) {
  const dark = mix(p.ink, p.near, 0.3);
  s.move('translate(762 400) rotate(-3)', () => {
    // Two reels in their magazine
    for (const [x, y, r] of [[-26, -158, 92], [124, -138, 84]]) {
      s.circle(x, y, r, mix(dark, p.near, 0.4), { shade: [['dark', 'bottomleft', 0.7], ['cut', 'topright', 0.4, 0.4]] });
      s.path(circlePath(x, y, r - 12), 'none', { stroke: mix(dark, p.paper, 0.22), width: 4 });
      for (let i = 0; i < 5; i += 1) {
        const a = (i / 5) * Math.PI * 2 + 0.4;
        s.circle(x + Math.cos(a) * r * 0.52, y + Math.sin(a) * r * 0.52, r * 0.17, mix(p.ink, dark, 0.3));
      }
      s.circle(x, y, r * 0.16, p.yellow, { shade: [['dark', 'bottomleft', 0.6]] });
    }
    s.round(-110, -84, 290, 180, 14, dark, { shade: [['dark', 'bottomleft', 0.7, 0.8], ['cut', 'topright', 0.35, 0.4]] });
    s.round(-84, -60, 150, 128, 10, mix(dark, p.near, 0.4), { shade: [['dark', 'bottom', 0.5]] });
    s.circle(-10, 4, 40, mix(p.steel, dark, 0.3), { shade: [['dark', 'bottomleft', 0.7]] });
    s.circle(-10, 4, 14, p.yellow);
    for (const y of [-46, -22, 2]) s.circle(110, y, 8, [p.red, p.yellow, p.leaf][(y + 46) / 24]);
    s.rect(86, 28, 74, 34, mix(p.steel, p.paper, 0.2));
    s.line([[100, 52], [116, 38], [132, 48], [148, 34]], p.ink, 3);
    // Lens and hood look to the left
    s.rect(-176, -50, 70, 100, mix(p.steel, dark, 0.4), { shade: [['dark', 'bottom', 0.85, 0.7], ['cut', 'top', 0.4, 0.4]] });
    for (const x of [-164, -146, -128]) s.line([[x, -48], [x, 48]], p.ink, 4);
    s.rect(-214, -40, 40, 80, dark, { shade: [['dark', 'bottom', 0.7]] });
    s.poly([[-300, -96], [-212, -54], [-212, 54], [-300, 96]], mix(p.ink, dark, 0.4), { shade: [['cut', 'top', 0.3, 0.5]] });
    s.path(circlePath(-300, 0, 16, 96), mix(dark, p.paper, 0.12));
    s.path(circlePath(-299, 0, 9, 72), mix(p.air, p.glow, 0.5), { shade: [['dark', 'top', 0.6]] });
    // Viewfinder and handle
    s.rect(176, -66, 86, 34, dark);
    s.path('M256 -80H292Q304 -50 292 -20H256Z', p.ink);
    s.path('M-80 -84V-108H170V-84', 'none', { stroke: mix(dark, p.paper, 0.1), width: 10 });
    s.rect(-110, 92, 290, 14, p.ink);
    s.circle(166, -100, 9, p.accent);
  });
}

function rabbit(s, x, y, k, p) {
  const fur = mix(p.stone, p.wood, 0.4);
  s.move(`translate(${x} ${y}) scale(${k})`, () => {
    s.ellipse(6, 4, 66, 9, p.ink, { opacity: 0.28 });
    s.circle(-54, -18, 15, p.white, { shade: [['dark', 'bottom', 0.4]] });
    s.path('M-56 2Q-70 -54 -20 -70Q24 -78 34 -40L46 2Z', fur, { shade: [['dark', 'left', 0.75, 0.7]] });
    s.path('M-50 4Q-44 -34 -8 -26Q14 -8 -4 4Z', mix(fur, p.ink, 0.12), { shade: [['dark', 'bottom', 0.5]] });
    s.path('M20 4Q20 -40 36 -56L52 -20L50 4Z', mix(fur, p.paper, 0.25));
    s.path('M22 -92Q2 -150 18 -168Q38 -160 38 -98Z', fur, { shade: [['dark', 'left', 0.6]] });
    s.path('M40 -96Q46 -154 64 -160Q76 -140 54 -92Z', fur);
    s.path('M44 -104Q50 -142 62 -150Q68 -134 52 -100Z', mix(p.skin, p.red, 0.15));
    s.path('M10 -60Q10 -104 44 -104Q76 -98 80 -70Q76 -50 46 -48Q20 -46 10 -60Z', fur, { shade: [['dark', 'bottomleft', 0.5]] });
    s.circle(54, -80, 5, p.ink);
    s.circle(79, -72, 4, mix(p.skin, p.red, 0.4));
    s.path('M40 -52Q56 -44 70 -56Q60 -40 44 -44Z', p.white);
  });
}
