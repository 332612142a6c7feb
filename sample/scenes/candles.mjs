// Lit candles on a window sill, a notebook beside them, the hour outside.

import { mix } from './kit/colour.mjs';
import { candle } from './kit/props.mjs';
import { outside } from './kit/room.mjs';
import { Sheet, pointsToPath } from './kit/sheet.mjs';
import { house } from './kit/town.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  s.rect(-5, -5, 1210, 810, mix(p.wall, p.ink, p.dark ? 0.35 : 0.12), { shade: [['dark', 'edge', 0.7, 0.6]] });
  const frame = mix(p.white, p.wood, 0.3);
  s.rect(236, -10, 728, 560, frame, { shade: [['dark', 'right', 0.5], ['dark', 'left', 0.5]] });
  outside(s, rng, pointsToPath([[268, -10], [932, -10], [932, 520], [268, 520]]), [268, -10, 932, 520]);
  // Roofs over the way, without light: the power is off, or everybody is asleep
  s.clip('M268 0H932V520H268Z', () => {
    for (let i = 0; i < 6; i += 1) house(s, rng, { x: 250 + i * 122, y: 530, w: 120, h: rng.range(90, 150), rows: 2, lit: 0, wall: mix(p.cream, p.mid, 0.5), roof: mix(p.brick, p.mid, 0.35), door: false });
  });
  s.rect(588, -10, 24, 540, frame, { shade: [['dark', 'left', 0.5]] });
  s.rect(262, 214, 676, 18, frame, { shade: [['dark', 'bottom', 0.5]] });
  // Curtains
  for (const side of [-1, 1]) {
    const x = 600 + side * 430;
    const cloth = mix(p.red, p.ink, 0.12);
    s.path(`M${x - side * 190} -10Q${x - side * 150} 300 ${x - side * 70} 560H${x + side * 190}V-10Z`, cloth, { shade: [['dark', side < 0 ? 'left' : 'right', 0.7], ['cut', 'bottom', 0.2, 0.3]] });
    for (let i = 0; i < 5; i += 1) s.line([[x - side * (150 - i * 60), -10], [x - side * (116 - i * 54), 300], [x - side * (54 - i * 44), 560]], mix(cloth, p.ink, 0.35), 5, { curve: true });
  }
  // Sill
  s.poly([[120, 560], [1080, 560], [1210, 690], [-10, 690]], mix(frame, p.wood, 0.35), { shade: [['dark', 'bottom', 0.4]] });
  s.rect(-10, 690, 1220, 130, mix(mix(frame, p.wood, 0.4), p.ink, 0.3), { shade: [['dark', 'bottom', 0.6]] });
  s.rect(-10, 686, 1220, 12, mix(frame, p.paper, 0.2));
  s.glow(590, 600, 560, 0.75, 130);
  s.glow(590, 360, 430, 0.35);
  const wax = mix(p.white, p.cream, 0.5);
  const all = [[470, 600, 120, 22], [760, 606, 90, 24], [560, 616, 250, 30], [680, 628, 180, 28], [410, 640, 190, 27], [830, 648, 150, 28], [590, 664, 110, 30], [486, 668, 70, 32]];
  for (const [x, y, h, w] of all) {
    s.ellipse(x + (x - 600) * 0.14, y + 8, w * 1.8, w * 0.42, p.ink, { opacity: 0.3 });
    s.ellipse(x, y + 2, w * 1.5, w * 0.42, p.steel, { shade: [['dark', 'bottom', 0.5]] });
    candle(s, rng, x, y, h * rng.range(0.9, 1.1), w, rng.chance(0.25) ? mix(wax, p.red, 0.25) : wax);
  }
  // Notebook, pencil and matches
  s.poly([[908, 634], [1060, 622], [1110, 664], [946, 680]], mix(p.white, p.cream, 0.4), { shade: [['glow', 'left', 0.5]] });
  s.poly([[946, 680], [1110, 664], [1110, 672], [946, 690]], p.near);
  s.line([[984, 628], [1028, 672]], mix(p.ink, p.white, 0.4), 3);
  for (let i = 0; i < 4; i += 1) s.line([[926 + i * 9, 640 + i * 9], [978 + i * 9, 636 + i * 9]], mix(p.ink, p.white, 0.45), 2);
  s.line([[1046, 640], [1096, 690]], p.yellow, 8);
  s.poly([[206, 650], [286, 640], [300, 660], [216, 672]], p.red, { shade: [['dark', 'bottom', 0.5]] });
  s.poly([[216, 672], [300, 660], [300, 672], [216, 684]], mix(p.red, p.ink, 0.4));
  for (const [a, b] of [[[250, 690], [310, 680]], [[300, 700], [352, 682]]]) {
    s.line([a, b], p.cream, 4);
    s.circle(...b, 4, p.ink);
  }
  return s;
}
