// A chessboard with a game under way, close by, a lamp and a window behind it.

import { box, camera, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { deskLamp } from './kit/props.mjs';
import { outside } from './kit/room.mjs';
import { Sheet, pointsToPath } from './kit/sheet.mjs';

// Half outlines of the pieces from the foot up: [half width, height], in squares.
const BASE = [[0.36, 0], [0.36, 0.08], [0.3, 0.14], [0.25, 0.2]];
const SHAPES = {
  pawn: [...BASE, [0.13, 0.3], [0.1, 0.56], [0.2, 0.6], [0.2, 0.65], [0.11, 0.68], [0.17, 0.76], [0.18, 0.85], [0.12, 0.95], [0, 0.98]],
  rook: [...BASE, [0.19, 0.34], [0.17, 0.74], [0.26, 0.8], [0.26, 1.02], [0.15, 1.02], [0.15, 0.95], [0.06, 0.95], [0.06, 1.02], [0, 1.02]],
  bishop: [...BASE, [0.14, 0.36], [0.11, 0.74], [0.22, 0.78], [0.22, 0.83], [0.12, 0.87], [0.18, 1], [0.15, 1.12], [0.05, 1.26], [0.06, 1.32], [0, 1.36]],
  queen: [...BASE, [0.15, 0.38], [0.11, 0.9], [0.24, 0.96], [0.24, 1.01], [0.13, 1.06], [0.26, 1.38], [0.15, 1.3], [0.09, 1.42], [0.07, 1.5], [0, 1.53]],
  king: [...BASE, [0.16, 0.4], [0.12, 0.96], [0.25, 1.02], [0.25, 1.08], [0.14, 1.12], [0.23, 1.44], [0.12, 1.5], [0.05, 1.52], [0.05, 1.6], [0.13, 1.6], [0.13, 1.68], [0.05, 1.68], [0.05, 1.78], [0, 1.78]],
};

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  s.rect(-5, -5, 1210, 810, p.wall, { shade: [['dark', 'top', 0.5, 0.7]] });
  const frame = mix(p.white, p.wood, 0.25);
  s.rect(96, -10, 468, 370, frame);
  outside(s, rng, pointsToPath([[120, -10], [540, -10], [540, 336], [120, 336]]), [120, -10, 540, 336]);
  s.rect(320, -10, 18, 350, frame);
  s.rect(116, 140, 430, 14, frame);
  s.rect(80, 352, 500, 16, mix(frame, p.ink, 0.2), { shade: [['dark', 'bottom', 0.5]] });
  // Table
  s.rect(-10, 400, 1220, 420, mix(p.wood, p.red, 0.1), { shade: [['dark', 'bottom', 0.6], ['dark', 'left', 0.3]] });
  s.rect(-10, 396, 1220, 8, mix(p.wood, p.cream, 0.4));
  for (let i = 0; i < 26; i += 1) s.line([[rng.range(-100, 700), 412 + i * 15], [rng.range(500, 1300), 412 + i * 15]], mix(p.wood, p.ink, 0.2), 2);
  deskLamp(s, 1000, 440, 380, { side: -1, colour: p.leaf });
  const cam = camera({ eye: 5.6, horizon: -40, focal: 980, centre: 600 });
  const board = (u, v) => cam(-4 + u, 0.3, 7.4 + v);
  s.poly([cam(-4.7, 0, 6.6), cam(5.4, 0, 6.9), cam(5.6, 0, 16), cam(-4.4, 0, 15.9)], p.ink, { opacity: 0.25 });
  box(s, cam, { at: [0, 0, 11.4], size: [8.9, 0.3, 8.9], colours: solid(p.woodDark, p), shade: { sides: [['dark', 'bottom', 0.5]] } });
  const light = mix(p.cream, p.wood, 0.12);
  const dark = mix(p.woodDark, p.red, 0.15);
  for (let r = 0; r < 8; r += 1) for (let c = 0; c < 8; c += 1) s.poly(onFace(board, c, r, c + 1, r + 1), (r + c) % 2 ? light : dark);
  s.shade(pointsToPath(onFace(board, 0, 0, 8, 8)), 'dark', 'bottomleft', 0.45, 0.7);
  if (p.variant !== 'day') s.glow(760, 480, 420, 0.5, 200);
  // A position from a quiet middlegame: column, row, piece, side
  const game = [[0, 7, 'rook', 1], [3, 7, 'queen', 1], [5, 7, 'rook', 1], [6, 7, 'king', 1], [0, 6, 'pawn', 1], [1, 6, 'pawn', 1], [5, 6, 'pawn', 1], [6, 6, 'pawn', 1], [2, 5, 'knight', 1], [4, 5, 'bishop', 1], [3, 4, 'pawn', 1], [7, 5, 'pawn', 1], [3, 3, 'pawn', 0], [4, 3, 'knight', 0], [1, 3, 'bishop', 0], [2, 2, 'pawn', 0], [5, 2, 'pawn', 0], [0, 1, 'pawn', 0], [6, 1, 'pawn', 0], [7, 1, 'pawn', 0], [3, 0, 'queen', 0], [0, 0, 'rook', 0], [4, 0, 'rook', 0], [6, 0, 'king', 0]];
  game.sort((a, b) => b[1] - a[1]);
  for (const [c, r, kind, side] of game) {
    const [x, y] = board(c + 0.5, r + 0.42);
    piece(s, x, y, cam.scale(7.4 + r + 0.5) * 0.98, kind, side ? mix(p.ink, p.brick, 0.28) : mix(p.cream, p.white, 0.5), side);
  }
  // Those taken stand beside the board
  for (const [x, z, kind, side] of [[-5.4, 10.4, 'pawn', 1], [-5.2, 9.3, 'bishop', 1], [5.3, 9, 'pawn', 0], [5.1, 10.2, 'knight', 0]]) piece(s, ...cam(x, 0, z), cam.scale(z), kind, side ? mix(p.ink, p.brick, 0.28) : mix(p.cream, p.white, 0.5), side);
  return s;
}

function piece(s, x, y, k, kind, colour, dark) {
  const p = s.palette;
  s.path(`M${x} ${y + k * 0.06}L${x - k * 0.36} ${y}L${x - k * 1} ${y + k * 0.2}Q${x - k * 1.16} ${y + k * 0.36} ${x - k * 0.9} ${y + k * 0.36}Z`, p.ink, { opacity: 0.28 });
  const options = { shade: [['dark', 'left', dark ? 0.5 : 0.8, 0.7], ['cut', 'right', dark ? 0.5 : 0.25, 0.4]] };
  if (kind === 'knight') {
    const at = (u, v) => `${(x + u * k).toFixed(1)} ${(y - v * k).toFixed(1)}`;
    const flip = dark ? -1 : 1;
    const a = (u, v) => at(u * flip, v);
    s.path(`M${a(-0.36, 0)}L${a(-0.36, 0.08)}L${a(-0.26, 0.2)}Q${a(-0.2, 0.5)} ${a(-0.22, 0.74)}Q${a(-0.22, 1.08)} ${a(0.02, 1.2)}L${a(0.05, 1.32)}L${a(0.14, 1.18)}Q${a(0.32, 1.04)} ${a(0.4, 0.82)}Q${a(0.38, 0.7)} ${a(0.28, 0.72)}Q${a(0.14, 0.82)} ${a(0.06, 0.8)}Q${a(0.2, 0.56)} ${a(0.24, 0.2)}L${a(0.36, 0.08)}L${a(0.36, 0)}Q${at(0, -0.12)} ${a(-0.36, 0)}Z`, colour, options);
    s.circle(x + 0.14 * k * flip, y - 1.0 * k, k * 0.035, dark ? p.cream : p.ink);
    s.line([[x - 0.2 * k * flip, y - 0.96 * k], [x - 0.12 * k * flip, y - 0.6 * k]], mix(colour, p.ink, 0.3), k * 0.04);
    return;
  }
  const half = SHAPES[kind];
  const right = half.map(([u, v]) => `${(x + u * k).toFixed(1)} ${(y - v * k).toFixed(1)}`);
  const left = half.map(([u, v]) => `${(x - u * k).toFixed(1)} ${(y - v * k).toFixed(1)}`).reverse();
  s.path(`M${right.join('L')}L${left.join('L')}Q${x} ${(y + 0.14 * k).toFixed(1)} ${right[0]}Z`, colour, options);
  s.line([[x - 0.25 * k, y - 0.19 * k], [x + 0.25 * k, y - 0.19 * k]], mix(colour, dark ? p.paper : p.ink, 0.25), k * 0.035);
}
