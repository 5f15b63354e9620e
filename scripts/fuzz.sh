#!/bin/sh
# Changes files at random and checks and builds them: fuzz.sh MINUTES [SEED]
# A tenth of the time is Markdown's, in random orders of everything that means something there.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:-60}
seed=${2:-$(date +%Y%m%d)}
scripts/setup.sh --quiet
# The fuzzer is no part of the package unless it is asked for.
export ASSAY_FUZZ=1
swift build --configuration release --product assay
swift build --configuration release --product fuzz
echo "fuzz: seed $seed"
status=0
python3 Tests/Fuzz/fuzz.py --assay .build/release/assay --fuzz .build/release/fuzz --templates templates \
    --minutes "$minutes" --seed "$seed" --keep .build/fuzz || status=$?
unset ASSAY_FUZZ
swift build --build-tests
report=.build/fuzz-tokens.txt
ASSAY_FUZZ_SEED=$seed ASSAY_FUZZ_ITERATIONS=$((minutes * 1000)) \
    swift test --skip-build --filter TokenFuzzTests >"$report" 2>&1 || status=1
grep -aE '^(✔ Test run|✘|error:|.*unexpected signal)' "$report" || true
exit $status
