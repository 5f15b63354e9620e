#include "CBuild.h"

#ifndef ASSAY_COMMIT
#define ASSAY_COMMIT ""
#endif
#ifndef ASSAY_REPOSITORY
#define ASSAY_REPOSITORY ""
#endif
#ifndef ASSAY_DOWNLOADS
#define ASSAY_DOWNLOADS ""
#endif

const char *assay_build_commit(void) { return ASSAY_COMMIT; }
const char *assay_build_repository(void) { return ASSAY_REPOSITORY; }
const char *assay_build_downloads(void) { return ASSAY_DOWNLOADS; }
