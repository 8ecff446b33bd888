"""Continues a run of Unroll in PyTorch."""
