// For the tests, which are checked by the compiler.
export const SETTING_PICTURES: { setting: string }[];
