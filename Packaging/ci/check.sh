#!/bin/sh
# Checks and verifies a newsroom in continuous integration: check.sh [FOLDER]
# Findings stand at their lines (GitHub), in a report for merge requests (GitLab), and on the summary page; the exit status
# is 1 if any of them is an error.
#
# ASSAY          the program; `assay` if left out
# ASSAY_REPORTS  the folder for findings.sarif and findings.gitlab.json
set -eu
folder=${1:-.}
assay=${ASSAY:-assay}
reports=${ASSAY_REPORTS:-.assay-reports}
mkdir -p "$reports"

# These write what was found. Whether that is an error is said by the last two commands.
"$assay" check -C "$folder" --format sarif >"$reports/findings.sarif" 2>/dev/null || true
"$assay" check -C "$folder" --format gitlab >"$reports/findings.gitlab.json" 2>/dev/null || true
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    "$assay" check -C "$folder" --format markdown >>"$GITHUB_STEP_SUMMARY" 2>/dev/null || true
fi

format=text
[ -z "${GITHUB_ACTIONS:-}" ] || format=github
status=0
"$assay" check -C "$folder" --format "$format" || status=1
"$assay" verify -C "$folder" --format "$format" || status=1
exit "$status"
