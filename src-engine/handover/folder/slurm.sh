#!/bin/bash
# Continues a run of Unroll under Slurm: edit the numbers below, then `sbatch slurm.sh`.
#SBATCH --job-name={{job}}
#SBATCH --nodes=2
#SBATCH --ntasks-per-node=1
#SBATCH --gpus-per-node=8
#SBATCH --cpus-per-task=16
#SBATCH --time=24:00:00
#SBATCH --output=slurm-%j.log
#SBATCH --open-mode=append
#SBATCH --requeue
# Two minutes before the time is up the processes are told to save.
#SBATCH --signal=B:TERM@120

cd "${SLURM_SUBMIT_DIR:-.}" || exit 1
FIRST=$(scontrol show hostnames "$SLURM_JOB_NODELIST" | head -n 1)

srun --kill-on-bad-exit=0 torchrun \
  --nnodes "$SLURM_NNODES" --nproc_per_node "${SLURM_GPUS_ON_NODE:-8}" --max_restarts 100 \
  --rdzv_backend c10d --rdzv_endpoint "$FIRST:29400" --rdzv_id "$SLURM_JOB_ID" \
  train.py "$@" &
TRAINING=$!

again() {
  kill -TERM "$TRAINING"
  wait "$TRAINING"
  scontrol requeue "$SLURM_JOB_ID"
  exit 0
}
trap again TERM
wait "$TRAINING"
