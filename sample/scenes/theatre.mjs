// A theatre seen from the back of the stalls: boxes, curtain, a lit stage with two actors. The set shows the hour.

import { mix } from './kit/colour.mjs';
import { person } from './kit/people.mjs';
import { Sheet, circlePath, smooth } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';
import { tree } from './kit/nature.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const hall = mix(mix(p.red, p.ink, p.dark ? 0.62 : 0.4), p.wall, 0.15);
  s.rect(-5, -5, 1210, 810, hall, { shade: [['dark', 'edge', 0.7, 0.7]] });
  const gold = p.local(mix(p.gold, p.wood, 0.25));
  set(s, rng, p);
  // Floor of the stage
  s.poly([[300, 470], [900, 470], [960, 540], [240, 540]], mix(p.wood, p.cream, 0.2), { shade: [['dark', 'left', 0.4], ['dark', 'right', 0.4]] });
  for (let i = 1; i < 16; i += 1) s.line([[300 + i * 37.5, 470], [240 + i * 45, 540]], mix(p.wood, p.ink, 0.2), 1.8);
  for (const [x, w] of [[470, 150], [720, 170]]) {
    s.poly([[x - 20, 30], [x + 20, 30], [x + w * 0.6, 510], [x - w * 0.6, 510]], p.lamp, { opacity: 0.16 });
    s.ellipse(x, 508, w * 0.6, 20, p.lamp, { opacity: 0.35 });
    s.glow(x, 480, 190, 0.6, 100);
  }
  person(s, rng, { x: 478, y: 514, h: 150, coat: p.yellow, turn: 1, arm: 'out', skirt: true });
  person(s, rng, { x: 716, y: 516, h: 158, coat: p.red, turn: -1, arm: 'up' });
  s.rect(590, 488, 44, 7, p.woodDark);
  for (const x of [594, 624]) s.rect(x, 494, 5, 28, p.woodDark);
  curtains(s, p, gold);
  // The front of the stage with its lamps
  s.rect(214, 538, 772, 46, mix(p.woodDark, p.ink, 0.2), { shade: [['dark', 'bottom', 0.6]] });
  s.rect(206, 534, 788, 9, gold);
  for (let i = 0; i < 15; i += 1) {
    s.ellipse(236 + i * 52, 534, 12, 9, p.lamp);
    s.glow(236 + i * 52, 528, 34, 0.6);
  }
  for (const side of [-1, 1]) boxes(s, rng, side, p, gold);
  chandelier(s, p, gold);
  audience(s, rng, p);
  return s;
}

function set(s, rng, p) {
  const frame = 'M250 60H950V540H250Z';
  s.clip(frame, () => {
    s.rect(240, 50, 720, 500, p.sky[1], { shade: [['dark', 'top', 0.4]] });
    s.rect(240, 250, 720, 300, p.sky[2]);
    s.rect(240, 370, 720, 200, p.sky[3]);
    const night = p.variant === 'night';
    s.circle(620, night || p.variant === 'day' ? 190 : 330, 56, p.sun);
    s.glow(620, night || p.variant === 'day' ? 190 : 330, 190, 0.5);
    if (night) for (let i = 0; i < 40; i += 1) s.circle(rng.range(260, 940), rng.range(90, 380), rng.range(1.2, 3), p.paper);
    s.path(`${smooth([[240, 430], [380, 380], [560, 420], [740, 370], [960, 420]])}L960 480H240Z`, p.far);
    s.path(`${smooth([[240, 460], [420, 430], [640, 456], [960, 440]])}L960 480H240Z`, p.mid);
    gable(s, rng, { x: 760, y: 478, w: 96, h: 90, run: 60 });
    tree(s, rng, 380, 480, 210, { colour: p.green });
  });
}

function curtains(s, p, gold) {
  const cloth = p.local(mix(p.accent, p.ink, 0.12));
  for (const side of [-1, 1]) {
    const at = (dx) => 600 + side * dx;
    s.path(`M${at(370)} 40H${at(210)}Q${at(230)} 240 ${at(318)} 360Q${at(290)} 460 ${at(300)} 540H${at(370)}Z`, cloth, { shade: [['dark', side < 0 ? 'left' : 'right', 0.7], ['cut', 'bottom', 0.25, 0.5]] });
    for (let i = 0; i < 4; i += 1) s.line([[at(232 + i * 32), 50], [at(256 + i * 28), 240], [at(322 + i * 12), 358]], mix(cloth, p.ink, 0.35), 5, { curve: true });
    for (let i = 0; i < 3; i += 1) s.line([[at(326 + i * 14), 366], [at(310 + i * 18), 450], [at(314 + i * 18), 538]], mix(cloth, p.ink, 0.35), 5, { curve: true });
    s.line([[at(300), 366], [at(340), 372], [at(372), 356]], gold, 13, { curve: true });
  }
  // Valance, in swags
  s.rect(216, 20, 768, 60, cloth, { shade: [['dark', 'top', 0.5]] });
  for (let i = 0; i < 6; i += 1) {
    const x = 216 + i * 128;
    s.path(`M${x} 70Q${x + 64} 168 ${x + 128} 70Z`, mix(cloth, p.ink, i % 2 ? 0.1 : 0), { shade: [['dark', 'top', 0.6], ['cut', 'bottom', 0.3, 0.4]] });
    s.path(`M${x} 72Q${x + 64} 172 ${x + 128} 72`, 'none', { stroke: gold, width: 6 });
  }
  // The proscenium
  const arch = 'M180 584V60Q180 6 240 0H960Q1020 6 1020 60V584H968V74Q968 44 930 44H270Q232 44 232 74V584Z';
  s.path(arch, gold, { shade: [['dark', 'left', 0.6, 0.6], ['dark', 'bottom', 0.4]] });
  for (const x of [194, 218, 982, 1006]) s.line([[x, 80], [x, 580]], mix(gold, p.ink, 0.35), 3.5);
  for (let i = 0; i < 18; i += 1) s.circle(268 + i * 39, 24, 8, mix(gold, p.paper, 0.3), { shade: [['dark', 'bottom', 0.5]] });
}

function boxes(s, rng, side, p, gold) {
  const at = (dx) => 600 + side * dx;
  for (let r = 0; r < 3; r += 1) {
    const y = 150 + r * 160;
    for (let c = 0; c < 2; c += 1) {
      const [a, b] = [430 + c * 100, 520 + c * 124];
      const lift = c * 16;
      s.path(`M${at(a)} ${y + lift}V${y - 76 - lift * 0.4}Q${at((a + b) / 2)} ${y - 112 - lift} ${at(b)} ${y - 84 - lift * 0.6}V${y + lift * 1.6}Z`, mix(p.ink, p.brick, 0.3), { shade: [['glow', side < 0 ? 'right' : 'left', 0.4]] });
      for (let k = 0; k < 2; k += 1) {
        if (rng.chance(0.2)) continue;
        const x = at(a + 24 + k * 38);
        const tone = mix(p.ink, rng.pick([p.red, p.near, p.brick, p.wood]), 0.55);
        s.path(`M${x - 22} ${y + 12}Q${x - 22} ${y - 26} ${x} ${y - 28}T${x + 22} ${y + 12}Z`, tone);
        s.ellipse(x, y - 40, 11, 14, mix(p.skin, p.ink, 0.45));
      }
      s.line([[at(a - 3), y + lift], [at(a - 3), y - 90]], gold, 7);
    }
    s.path(`M${at(424)} ${y}Q${at(520)} ${y + 16} ${at(660)} ${y + 44}V${y + 92}Q${at(520)} ${y + 62} ${at(424)} ${y + 44}Z`, p.local(mix(p.accent, p.ink, 0.3)), { shade: [['dark', 'bottom', 0.6], ['cut', side < 0 ? 'right' : 'left', 0.3, 0.4]] });
    s.line([[at(422), y], [at(520), y + 15], [at(664), y + 43]], gold, 8, { curve: true });
    s.line([[at(422), y + 44], [at(520), y + 62], [at(664), y + 92]], gold, 5, { curve: true });
    for (let k = 0; k < 3; k += 1) {
      const x = at(452 + k * 74);
      s.circle(x, y + 30 + k * 12, 11, gold, { shade: [['dark', 'bottom', 0.5]] });
    }
  }
}

function chandelier(s, p, gold) {
  s.line([[600, -10], [600, 40]], gold, 4);
  for (const [r, y] of [[96, 70], [62, 48]]) {
    s.path(circlePath(600, y, r, r * 0.2), 'none', { stroke: gold, width: 5 });
    for (let i = 0; i < 9; i += 1) {
      const a = (i / 9) * Math.PI * 2;
      const [x, cy] = [600 + Math.cos(a) * r, y + Math.sin(a) * r * 0.2];
      s.path(`M${x} ${cy - 20}q8 10 0 16q-8 -6 0 -16Z`, p.lamp);
    }
  }
  s.glow(600, 60, 190, 0.6, 110);
}

/** Rows of heads from behind, larger towards the viewer. */
function audience(s, rng, p) {
  for (let row = 0; row < 4; row += 1) {
    const y = 622 + row * 58;
    const k = 0.8 + row * 0.36;
    const step = 62 * k;
    for (let x = -20 + (row % 2) * step * 0.5; x < 1240; x += step) {
      const seat = p.local(mix(p.accent, p.ink, 0.35 + row * 0.1));
      s.path(`M${x - step * 0.44} ${y + 60 * k}V${y + 8}Q${x - step * 0.44} ${y - 12 * k} ${x} ${y - 12 * k}T${x + step * 0.44} ${y + 8}V${y + 60 * k}Z`, seat, { shade: [['dark', 'bottom', 0.6]] });
      if (rng.chance(0.86)) {
        const tone = mix(p.ink, rng.pick([p.red, p.near, p.brick, p.wood, p.steel]), 0.32);
        const hair = mix(p.ink, rng.pick([p.wood, p.woodDark, p.stoneDark, p.yellow]), 0.4);
        s.path(`M${x - 25 * k} ${y + 30 * k}Q${x - 25 * k} ${y - 14 * k} ${x} ${y - 16 * k}T${x + 25 * k} ${y + 30 * k}Z`, tone, { shade: [['glow', 'top', 0.25, 0.4]] });
        s.ellipse(x + rng.range(-3, 3), y - 32 * k, 13 * k, 16.5 * k, hair, { shade: [['glow', 'top', 0.45, 0.5]] });
        if (rng.chance(0.2)) s.circle(x, y - 52 * k, 7 * k, hair);
      }
      s.path(`M${x - step * 0.46} ${y + 64 * k}V${y + 24 * k}Q${x} ${y + 4 * k} ${x + step * 0.46} ${y + 24 * k}V${y + 64 * k}Z`, mix(seat, p.ink, 0.15), { shade: [['cut', 'top', 0.2, 0.4]] });
    }
  }
}
