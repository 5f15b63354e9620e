// The inputs of a release build: environment variables that Package.swift hands to one small C file.
//
// Empty where nothing was said, as in a build from source. A change compiles that file and links; nothing else.
#pragma once

// The commit that was built, in hexadecimal digits.
const char *assay_build_commit(void);

// The web address of the repository that the program was released from: https://github.com/OWNER/NAME.
const char *assay_build_repository(void);

// The address below which the files of the release lie: https://github.com/OWNER/NAME/releases/download/v1.2.3.
const char *assay_build_downloads(void);
