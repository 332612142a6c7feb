// A balance on a desk before a tall window; one pan is a little lower than the other.

import { mix } from './kit/colour.mjs';
import { books } from './kit/props.mjs';
import { backWindow, room } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 8.4, height: 4, depth: 5.6, eye: 1.6, horizon: 430, focal: 880 });
  backWindow(s, rng, cam, { x0: -1.5, x1: 1.5, y0: 1.1, y1: 3.9, panes: [3, 4], arch: true, beam: false });
  for (const x of [60, 930]) {
    s.rect(x - 20, -10, 250, 640, p.woodDark, { shade: [['dark', 'left', 0.4]] });
    for (let r = 0; r < 6; r += 1) {
      s.rect(x - 8, r * 104 - 40, 226, 92, mix(p.ink, p.woodDark, 0.5));
      books(s, rng, x - 4, r * 104 + 52, 218, 88);
      s.rect(x - 14, r * 104 + 52, 238, 12, p.wood, { shade: [['dark', 'bottom', 0.5]] });
    }
  }
  s.poly([[-10, 640], [1210, 640], [1210, 812], [-10, 812]], p.wood, { shade: [['dark', 'bottom', 0.6]] });
  s.rect(-10, 634, 1220, 14, mix(p.wood, p.cream, 0.4));
  for (let i = 0; i < 16; i += 1) s.line([[rng.range(-100, 900), 668 + i * 9], [rng.range(500, 1300), 668 + i * 9]], mix(p.wood, p.ink, 0.18), 2);
  if (p.variant !== 'night') s.poly([[380, 646], [820, 646], [1010, 812], [400, 812]], p.glow, { opacity: 0.28 });
  s.ellipse(640, 742, 250, 20, p.ink, { opacity: 0.3 });
  balance(s, 600, 740, rng.pick([-1, 1]), p);
  // Books that lie, a seal, an inkwell
  for (const [i, c] of [p.brick, p.near, p.yellow].entries()) {
    const y = 744 - i * 34;
    s.round(110 + i * 12, y - 32, 240 - i * 22, 32, 5, c, { shade: [['dark', 'bottomleft', 0.55]] });
    s.rect(122 + i * 12, y - 26, 214 - i * 22, 20, p.cream);
    s.rect(110 + i * 12, y - 32, 30, 32, c);
  }
  s.path('M960 744L968 706Q1000 690 1032 706L1040 744Q1000 760 960 744Z', p.near, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4]] });
  s.ellipse(1000, 704, 26, 8, p.ink);
  s.path('M1000 702Q1030 600 1100 540Q1090 620 1012 704Z', p.white, { shade: [['dark', 'left', 0.5]] });
  if (p.dark) s.glow(600, 420, 460, 0.35);
  return s;
}

function balance(s, x, y, lower, p) {
  const brass = mix(p.local(mix(p.gold, p.wood, 0.2)), p.gold, 0.3);
  const deep = mix(brass, p.ink, 0.35);
  s.path(`M${x - 120} ${y}Q${x - 110} ${y - 30} ${x - 50} ${y - 34}H${x + 50}Q${x + 110} ${y - 30} ${x + 120} ${y}Q${x} ${y + 22} ${x - 120} ${y}Z`, brass, { shade: [['dark', 'left', 0.8, 0.6], ['cut', 'right', 0.5, 0.4]] });
  s.ellipse(x, y - 36, 50, 10, mix(brass, p.paper, 0.3));
  s.path(`M${x - 22} ${y - 36}Q${x - 8} ${y - 120} ${x - 12} ${y - 240}Q${x - 26} ${y - 262} ${x - 10} ${y - 286}L${x - 9} ${y - 560}H${x + 9}L${x + 10} ${y - 286}Q${x + 26} ${y - 262} ${x + 12} ${y - 240}Q${x + 8} ${y - 120} ${x + 22} ${y - 36}Z`, brass, { shade: [['dark', 'left', 0.8, 0.6]] });
  s.circle(x, y - 574, 20, brass, { shade: [['dark', 'bottomleft', 0.6]] });
  s.poly([[x - 8, y - 592], [x, y - 640], [x + 8, y - 592]], brass);
  const tilt = lower * 26;
  const [lx, ly] = [x - 250, y - 556 - tilt];
  const [rx, ry] = [x + 250, y - 556 + tilt];
  s.path(`M${lx} ${ly}Q${x - 120} ${y - 606 - tilt * 0.4} ${x} ${y - 574}Q${x + 120} ${y - 606 + tilt * 0.4} ${rx} ${ry}Q${x + 110} ${y - 580 + tilt * 0.4} ${x} ${y - 546}Q${x - 110} ${y - 580 - tilt * 0.4} ${lx} ${ly}Z`, brass, { shade: [['dark', 'bottom', 0.6]] });
  s.line([[x, y - 560], [x - tilt * 0.5, y - 470]], p.red, 5);
  for (const [px, py, side] of [[lx, ly, -1], [rx, ry, 1]]) {
    s.circle(px, py, 10, deep);
    const low = py + 270;
    for (const k of [-1, -0.25, 1]) s.line([[px, py + 8], [px + k * 96, low]], deep, 2.6);
    if (side < 0) {
      // Papers on one side, weights on the other
      for (let i = 0; i < 4; i += 1) s.poly([[px - 62 + i * 3, low - 6 - i * 9], [px + 58 - i * 4, low - 10 - i * 9], [px + 60 - i * 4, low - 1 - i * 9], [px - 60 + i * 3, low + 3 - i * 9]], mix(p.white, p.cream, i % 2));
      s.poly([[px - 30, low - 58], [px + 20, low - 62], [px + 22, low - 34], [px - 28, low - 32]], p.red);
    } else {
      for (const [dx, h, w] of [[-36, 62, 40], [10, 46, 32], [46, 32, 24]]) {
        s.path(`M${px + dx - w / 2} ${low}V${low - h * 0.72}H${px + dx + w / 2}V${low}Z`, mix(p.steel, p.ink, 0.2), { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.5, 0.4]] });
        s.circle(px + dx, low - h * 0.86, w * 0.26, mix(p.steel, p.ink, 0.3));
      }
    }
    s.path(`M${px - 104} ${low}H${px + 104}Q${px + 70} ${low + 54} ${px} ${low + 56}T${px - 104} ${low}Z`, brass, { shade: [['dark', 'bottomleft', 0.8, 0.7], ['cut', 'right', 0.45, 0.4]] });
    s.rect(px - 110, low - 4, 220, 9, mix(brass, p.paper, 0.3));
  }
}
