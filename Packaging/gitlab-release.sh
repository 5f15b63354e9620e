#!/bin/sh
# Publishes a folder of files as a release on GitLab: gitlab-release.sh FOLDER
# Each file lies in the project's package registry, and at /-/releases/TAG/downloads/NAME. GitLab's runners set the variables.
set -eu
folder=$1
api=$CI_API_V4_URL/projects/$CI_PROJECT_ID
version=${CI_COMMIT_TAG#v}

call() { curl --fail --silent --show-error --header "JOB-TOKEN: $CI_JOB_TOKEN" "$@"; }

links=""
for path in "$folder"/*; do
    name=$(basename "$path")
    address=$api/packages/generic/assay/$version/$name
    call --upload-file "$path" "$address" >/dev/null
    # Names of our files have no character that JSON escapes.
    links="$links${links:+,}{\"name\":\"$name\",\"url\":\"$address\",\"direct_asset_path\":\"/$name\"}"
done
call --header "Content-Type: application/json" --data \
    "{\"tag_name\":\"$CI_COMMIT_TAG\",\"name\":\"Assay $version\",\"description\":\"See CHANGELOG.md.\",\"assets\":{\"links\":[$links]}}" \
    "$api/releases" >/dev/null
echo "gitlab-release: $CI_COMMIT_TAG is released"
