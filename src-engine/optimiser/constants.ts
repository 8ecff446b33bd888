// The optimisers' constants, as PyTorch's defaults have them; Nesterov's momentum has no default there, 0.9 is the usual one.
export const ADAM_BETA1 = 0.9;
export const ADAM_BETA2 = 0.999;
export const ADAM_EPSILON = 1e-8;
export const MOMENTUM = 0.9;
export const RMSPROP_ALPHA = 0.99;
export const RMSPROP_EPSILON = 1e-8;
export const ADAGRAD_EPSILON = 1e-10;
