// The program comes in two parts: what runs until a page is shown, and the rest, which works on the same memory. The
// rest is loaded as soon as the first part runs. If one of its functions is called before it is there, it is waited
// for; that happens on a page of a kind that was not there when the program was parted, or to a very quick reader.

const { dataset } = document.querySelector("script[data-rest]");
const { rest: place, restIntegrity: integrity } = dataset;
let failed;
let lost;

/** Starts the program, whose file is under way. It can be made ready while it comes, where the host says what it is. */
export default async function begin({ module_or_path: file }) {
  const answer = await file;
  if (!answer.ok) throw new Error(`${answer.url} cannot be had (${answer.status})`);
  const isNamed = answer.headers.get("content-type") === "application/wasm";
  const { instance, module } = isNamed
    ? await WebAssembly.instantiateStreaming(answer, __wbg_get_imports())
    : await WebAssembly.instantiate(await answer.arrayBuffer(), __wbg_get_imports());
  __wbg_finalize_init(instance, module);
}

/** Loads the rest in the background, once the first part runs; `whenLost` is told when the program cannot go on. */
export async function rest(whenLost) {
  failed = whenLost;
  const answer = await fetch(place, { integrity, priority: "low" });
  start(await WebAssembly.compile(await answer.arrayBuffer()));
}

/** Loads the rest while everything waits. Where it cannot be had the page stays, and its links load the next one. */
function now() {
  if (lost) throw lost;
  try {
    start(new WebAssembly.Module(loaded()));
  } catch (error) {
    lost = error;
    failed?.(error);
    throw error;
  }
}

/** The bytes of the rest. Only a request of this kind can be waited for here, and it knows no integrity. */
function loaded() {
  const request = new XMLHttpRequest();
  request.open("GET", place, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
  if (`sha256-${btoa(String.fromCharCode(...sha256(bytes)))}` !== integrity) throw new Error(`${place} is damaged`);
  return bytes;
}

function start(program) {
  if (dataset.rest === undefined) return;
  // What the first part gives has a name, or a number, by which it stands at the end of the table.
  const table = wasm["+t0"];
  const first = new Proxy(wasm, { get: (named, name) => named[name] ?? table.get(table.length - 1 - name) });
  new WebAssembly.Instance(program, { first });
  // The page no longer names what has come. What was left until now is done (`browser::program`), but not in the middle
  // of what waited for this.
  delete dataset.rest;
  setTimeout(() => dispatchEvent(new Event("rest")));
}

/** The hash of some bytes, as FIPS 180-4 has it. The browser's own cannot be waited for. */
function sha256(bytes) {
  const primes = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
  const fraction = (root) => Math.floor((root % 1) * 2 ** 32) | 0;
  const turned = (word, by) => (word >>> by) | (word << (32 - by));
  const state = primes.slice(0, 8).map((prime) => fraction(prime ** (1 / 2)));
  const keys = primes.map((prime) => fraction(prime ** (1 / 3)));
  const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 128);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const words = new Int32Array(64);
  for (let block = 0; block < padded.byteLength; block += 64) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let round = 0; round < 64; round++) {
      if (round < 16) words[round] = padded.getInt32(block + round * 4);
      else {
        const [near, far] = [words[round - 2], words[round - 15]];
        words[round] =
          words[round - 16] + words[round - 7]
          + (turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)) + (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10));
      }
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + keys[round] + words[round]) | 0;
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => (state[place] = (state[place] + word) | 0));
  }
  return new Uint8Array(state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]));
}
