#!/usr/bin/env bash
# Scans the clones that targets.txt names in eight tasks, then merges: sbatch slurm.sh, in a folder that all nodes share.
#SBATCH --job-name=pkce
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --requeue
#SBATCH --output=logs/%A_%a.txt
set -euo pipefail
mkdir -p results

# The part of this task is taken from Slurm's variables.
pkce scan --targets targets.txt --cache cache --timeout 600 --fail-on never --output "results/$SLURM_ARRAY_TASK_ID.sarif" --quiet
pkce inventory --targets targets.txt --format json > "results/$SLURM_ARRAY_TASK_ID.json"

# When all tasks are done: sbatch --dependency=afterok:JOB --wrap 'pkce merge results --output all.sarif && pkce merge results/*.json --output all.json'
