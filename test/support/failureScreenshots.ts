import { openWorkbenches } from './workbench.ts';

/** Shows what each open workbench looked like when a journey failed; ends those that a failed journey left open. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
    for (const [index, workbench] of openWorkbenches().entries()) {
      console.log(`Screenshot: ${await workbench.screenshot(`${name}-${index + 1}`, 'dist/failures')}`);
    }
  },
  async afterAll(): Promise<void> {
    for (const workbench of openWorkbenches()) await workbench.close();
  },
};
