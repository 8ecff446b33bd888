// Its command; null where none has PyTorch.
export function findPython(): Promise<string | null>;
