/** e to the power of a number, after `expf` of the Cephes library by Stephen Moshier: what it is made of. */
export const LOG2_E = Math.LOG2E;
export const ROUNDING = 12582912;
export const LN2_HIGH = 0.693359375;
export const LN2_LOW = -2.1219444e-4;
export const POLYNOMIAL: readonly number[] = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
];
