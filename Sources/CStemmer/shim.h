#if __has_include(<libstemmer.h>)
#include <libstemmer.h>
#else
/* Homebrew's folder, where compilers do not look unasked. These have been the same since Snowball's first release. */
struct sb_stemmer;
typedef unsigned char sb_symbol;
struct sb_stemmer *sb_stemmer_new(const char *algorithm, const char *charenc);
void sb_stemmer_delete(struct sb_stemmer *stemmer);
const sb_symbol *sb_stemmer_stem(struct sb_stemmer *stemmer, const sb_symbol *word, int size);
int sb_stemmer_length(struct sb_stemmer *stemmer);
#endif
