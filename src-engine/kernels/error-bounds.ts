// The published errors of the kernels' own functions, against float64; a test sweeps the whole range of f32 with these constants.

/** |tanh - exact|; the greatest seen is 9.3e-8, near 0.77. */
export const TANH_MAX_ABSOLUTE_ERROR = 1.0e-7;
/** |tanh - exact| / |exact| where the result is normal. */
export const TANH_MAX_RELATIVE_ERROR = 2.0e-7;
/** Where exp is 0: below ln 2⁻¹⁰⁰, as f32. */
export const EXP_ZERO_BELOW = Math.fround(-69.314718);
/** |exp - exact| / exact from there to 88.7. */
export const EXP_MAX_RELATIVE_ERROR = 2.0e-7;
