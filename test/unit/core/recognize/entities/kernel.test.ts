import assert from 'node:assert/strict';
import { readGazetteer } from '../../../../../src/core/recognize/entities/gazetteer';
import { createKernel, type Kernel } from '../../../../../src/core/recognize/entities/kernel/kernel';
import {
  GATE_COUNT,
  LABELS,
  OF,
  STATES,
  SUM_ROW,
  stepTable,
} from '../../../../../src/core/recognize/entities/kernel/shape';
import { Lattice, STEPS } from '../../../../../src/core/recognize/entities/tagger/sequence';
import { createTagger } from '../../../../../src/core/recognize/entities/tagger/tagger';
import { weightTable } from '../../../../../src/core/recognize/entities/tagger/weights';
import { seeded } from '../../../../bench/support/random';
import { assets } from '../../../../support/assets';

const LENGTHS = [1, 2, 3, 17];

/** Numbers that look random, the same for the same seed, about as large as a network's. */
function numbers(seed: number, count: number, size = 2): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length: count }, () => size * (random.next() - 0.5));
}

/** What a job leaves in a row of the kernel's memory. */
const bitsOf = (kernel: Kernel, at: number, count: number) => [...kernel.integers.subarray(at / OF, at / OF + count)];

/** The same job on both kernels leaves the same bits. */
function sameBits(job: (kernel: Kernel) => readonly number[]): void {
  assert.deepEqual(job(createKernel()), job(createKernel({ fast: false })));
}

const NEWS = [
  'Russian President Vladimir Putin will travel to China on May 16-17, the Kremlin said.',
  'Alexander Gabuev, director of the Carnegie Russia Eurasia Center, told RFE/RL that Putin “needs Xi Jinping”.',
  'XI AND PUTIN MEET IN BEIJING',
];

describe('the kernel in WebAssembly', () => {
  it('runs on this host', () => assert.ok(createKernel().isFast && !createKernel({ fast: false }).isFast));

  it('adds up weights of features with the same bits as in JavaScript, whether few labels have them or many', () => {
    const random = seeded(13);
    const features = Array.from({ length: 400 }, () => random.below(0xffffffff));
    const known = features.slice(0, 300).sort((a, b) => a - b);
    const sets = Uint32Array.from(
      known,
      (_, place) => random.below(1 << LABELS) & (place % 3 ? random.below(1 << LABELS) : -1),
    );
    const count = [...sets].reduce((sum, set) => sum + set.toString(2).replaceAll('0', '').length, 0);
    const weights = {
      scale: 1,
      hashes: Uint32Array.from(known),
      sets,
      values: Int8Array.from({ length: count }, () => random.below(255) - 127),
    };
    for (const length of LENGTHS) {
      sameBits((kernel) => {
        const { slots, mask, rows: whole, mayHave } = weightTable(weights, kernel);
        assert.ok(known.every(mayHave));
        const found = kernel.take(features.length);
        kernel.integers.set(features, found / OF);
        const spelling = kernel.take((5 * SUM_ROW) / OF);
        for (const row of [0, 2, 4]) kernel.weigh(found, 7 + row, slots, mask, whole, spelling + row * SUM_ROW);
        const places = kernel.take(length + 4);
        kernel.integers.fill(spelling - 16, places / OF, places / OF + length + 4);
        const counts = kernel.take(length);
        for (let word = 0; word < length; word++) kernel.integers[counts / OF + word] = (7 * word) % 20;
        const out = kernel.take(length * LABELS + 4);
        kernel.linear(places, 16, found, counts, slots, mask, whole, out, length);
        return [...bitsOf(kernel, spelling, (5 * SUM_ROW) / OF), ...bitsOf(kernel, out, length * LABELS)];
      });
    }
  });

  it('opens gates with the same bits as in JavaScript', () => {
    for (const length of LENGTHS) {
      sameBits((kernel) => {
        const products = kernel.keep(numbers(1, 3 * GATE_COUNT * 5));
        const bias = kernel.keep(numbers(2, GATE_COUNT));
        const places = kernel.take(length + 2);
        const gates = kernel.take(length * GATE_COUNT);
        for (let word = 0; word < length + 2; word++) {
          kernel.integers[places / OF + word] = products + (word % 5) * 3 * GATE_COUNT * OF;
        }
        kernel.gates(places, gates, bias, length);
        return bitsOf(kernel, gates, length * GATE_COUNT);
      });
    }
  });

  it('runs through words in both directions with the same bits as in JavaScript', () => {
    for (const length of LENGTHS) {
      sameBits((kernel) => {
        const gates = kernel.keep(numbers(3, length * GATE_COUNT, 6));
        const states = kernel.take((length + 2) * STATES) + STATES * OF;
        kernel.recur(gates, states, length);
        return bitsOf(kernel, states, (length + 1) * STATES);
      });
    }
  });

  it('scores labels with the same bits as in JavaScript', () => {
    for (const length of LENGTHS) {
      sameBits((kernel) => {
        const states = kernel.keep(numbers(4, length * STATES));
        const output = kernel.keep(numbers(5, STATES * LABELS));
        const bias = kernel.keep(numbers(6, LABELS));
        const emissions = kernel.keep(numbers(7, length * LABELS, 20));
        kernel.score(states, output, bias, emissions, length, 0.0123, 0.5);
        return bitsOf(kernel, emissions, length * LABELS);
      });
    }
  });

  it('adds up rows with the same bits as in JavaScript', () => {
    sameBits((kernel) => {
      const table = kernel.keep(numbers(8, 8 * 64));
      const rows = kernel.take(8);
      for (let row = 0; row < 8; row++) kernel.integers[rows / OF + row] = table + row * 64 * OF;
      const factors = kernel.keep(numbers(9, 8));
      const out = kernel.keep(numbers(10, 64));
      kernel.combine(out, rows, factors, 2, 64 * OF);
      return bitsOf(kernel, out, 64);
    });
  });

  it('tells how likely labels are with the same bits as in JavaScript, and as the algorithm of training does', () => {
    const steps = numbers(11, STEPS.length, 6);
    for (const length of LENGTHS) {
      for (const size of [3, 30, 200]) {
        const emissions = numbers(12 + size, length * LABELS, size);
        const job = (kernel: Kernel) => {
          const scores = kernel.take(length * LABELS);
          const out = kernel.take(length * LABELS);
          const table = kernel.keep(stepTable(steps));
          kernel.marginals(kernel.keep(emissions), table, scores, kernel.take(LABELS), out, length);
          return kernel.floats.slice(out / OF, out / OF + length * LABELS);
        };
        const fast = job(createKernel());
        assert.deepEqual(fast, job(createKernel({ fast: false })));
        assert.ok(fast.every((share) => share >= 0 && share <= 1.001));
        // What is less likely than the square of a billionth is not told apart.
        if (size > 50) continue;
        const trained = new Float32Array(length * LABELS);
        new Lattice().marginals(emissions, steps, length, trained);
        fast.forEach((share, cell) => {
          assert.ok(Math.abs(share - (trained[cell] ?? 0)) < 1e-4, `${share} for ${trained[cell]}`);
        });
      }
    }
  });

  it('reads passages with the same bits as in JavaScript', async () => {
    const gazetteer = readGazetteer(await assets.read('names.gazetteer'));
    const model = await assets.read('names.model');
    const [fast, plain] = [true, false].map((isFast) => createTagger(model, gazetteer, createKernel({ fast: isFast })));
    for (const passage of NEWS) {
      const [one, other] = [fast, plain].map((tagger) => {
        const reading = tagger?.read(passage);
        return { open: reading?.open, ballot: reading?.ballot, names: reading && tagger?.article().namesIn([reading]) };
      });
      assert.deepEqual(one, other);
    }
  });
});
