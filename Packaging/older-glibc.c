// The functions of glibc 2.35 and 2.36 that a release would ask for, in the words of older versions. Debian 12, where releases are
// linked, has 2.36; Ubuntu 22.04 has 2.35, and Red Hat Enterprise Linux 9 and Amazon Linux 2023 have 2.34.
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

#define INSIDE __attribute__((visibility("hidden")))

// The first version of the C library for each kind of machine.
#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#else
#error "name the first version of glibc for this machine"
#endif

__asm__(".symver first_hypot,hypot@" FIRST);
__asm__(".symver first_hypotf,hypotf@" FIRST);
double first_hypot(double x, double y);
float first_hypotf(float x, float y);

// Since 2.35 it differs in how overflow is told to programs of System V.
INSIDE double hypot(double x, double y) { return first_hypot(x, y); }
INSIDE float hypotf(float x, float y) { return first_hypotf(x, y); }

// New in 2.36, where it does the same.
INSIDE uint32_t arc4random(void) {
    uint32_t number;
    if (getrandom(&number, sizeof number, 0) != sizeof number) abort();
    return number;
}
