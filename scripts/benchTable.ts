/** Writes the table of the README anew, out of what the benches saved: `npm run bench:table`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReports } from '../test/bench/support/saved';
import { tableOf, withTable } from '../test/bench/table';
import { root } from './root.mjs';

const file = path.join(root, 'README.md');
writeFileSync(file, withTable(readFileSync(file, 'utf8'), tableOf(readReports())));
