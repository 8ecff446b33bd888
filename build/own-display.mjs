// Before a file of desktop tests: its worker's windows open on the worker's own display.
const { UNROLL_DISPLAYS, VITEST_POOL_ID } = process.env;

if (UNROLL_DISPLAYS) process.env.DISPLAY = UNROLL_DISPLAYS.split(' ')[Number(VITEST_POOL_ID) - 1];
