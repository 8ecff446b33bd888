// The types of what tests call of ./find-torch.mjs.
export const PYTHONS: string[];
export const HAS_TORCH: string;
