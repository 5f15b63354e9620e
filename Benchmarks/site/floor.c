/* The floor: the work that no generator can save. With some threads it reads a newsroom's files, renders the Markdown
 * body of each with libcmark, and writes as many files, of the same sizes, as a site has. It makes no pages: nothing is
 * decoded, linked, checked or filled into templates.
 *
 *     floor THREADS INPUTS OUTPUTS FOLDER
 *
 * INPUTS names a file a line. OUTPUTS has a size, a blank and a path below FOLDER a line; FOLDER exists and is empty.
 */
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct line {
    size_t size;
    char *path;
};

struct list {
    struct line *lines;
    size_t count;
};

static struct list inputs, outputs;
static const char *folder;
static atomic_size_t next_input, next_output;
static atomic_ullong rendered;
static pthread_barrier_t all_read;

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
    exit(1);
}

static char *grow(char *buffer, size_t *capacity, size_t needed) {
    if (needed <= *capacity) return buffer;
    *capacity = needed * 2;
    buffer = realloc(buffer, *capacity);
    if (!buffer) fail("memory");
    return buffer;
}

static struct list read_list(const char *path, int sized) {
    struct list list = {0};
    size_t capacity = 0, length = 0;
    char *text = NULL;
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    ssize_t count;
    while ((count = getline(&text, &length, file)) > 0) {
        if (text[count - 1] == '\n') text[count - 1] = 0;
        if (list.count == capacity) {
            capacity = capacity ? capacity * 2 : 1024;
            list.lines = realloc(list.lines, capacity * sizeof *list.lines);
            if (!list.lines) fail("memory");
        }
        char *path_start = text;
        size_t size = sized ? strtoull(text, &path_start, 10) : 0;
        list.lines[list.count++] = (struct line){size, strdup(sized ? path_start + 1 : path_start)};
    }
    free(text);
    fclose(file);
    return list;
}

/* Where the body starts: after the second line of three hyphens, if the file starts with one. */
static size_t body_start(const char *text, size_t length) {
    if (length < 4 || memcmp(text, "---\n", 4) != 0) return 0;
    for (size_t at = 3; at + 5 <= length;) {
        if (memcmp(text + at, "\n---\n", 5) == 0) return at + 5;
        const char *line_end = memchr(text + at + 1, '\n', length - at - 1);
        if (!line_end) break;
        at = (size_t)(line_end - text);
    }
    return length;
}

static void render(const char *path, char **buffer, size_t *capacity) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status) < 0) fail(path);
    *buffer = grow(*buffer, capacity, (size_t)status.st_size + 1);
    size_t length = 0;
    ssize_t count;
    while ((count = read(file, *buffer + length, *capacity - length)) > 0) length += (size_t)count;
    if (count < 0) fail(path);
    close(file);
    size_t start = body_start(*buffer, length);
    char *html = cmark_markdown_to_html(*buffer + start, length - start, CMARK_OPT_DEFAULT);
    atomic_fetch_add(&rendered, strlen(html));
    free(html);
}

static void make_folders(char *path) {
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdir(path, 0755) < 0 && errno != EEXIST) fail(path);
        *slash = '/';
    }
}

static void write_file(const struct line *line, char **buffer, size_t *capacity) {
    size_t before = *capacity;
    *buffer = grow(*buffer, capacity, line->size);
    if (*capacity > before) memset(*buffer + before, 'x', *capacity - before);
    int file = open(line->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) fail(line->path);
    for (size_t written = 0; written < line->size;) {
        ssize_t count = write(file, *buffer + written, line->size - written);
        if (count < 0) fail(line->path);
        written += (size_t)count;
    }
    close(file);
}

static void *work(void *unused) {
    (void)unused;
    char *buffer = NULL;
    size_t capacity = 0, at;
    while ((at = atomic_fetch_add(&next_input, 1)) < inputs.count) render(inputs.lines[at].path, &buffer, &capacity);
    /* A site's pages need all records: nothing can be written before all is read. One thread makes the folders. */
    if (pthread_barrier_wait(&all_read) == PTHREAD_BARRIER_SERIAL_THREAD) {
        if (chdir(folder) < 0) fail(folder);
        for (size_t n = 0; n < outputs.count; n++) make_folders(outputs.lines[n].path);
    }
    pthread_barrier_wait(&all_read);
    while ((at = atomic_fetch_add(&next_output, 1)) < outputs.count)
        write_file(&outputs.lines[at], &buffer, &capacity);
    free(buffer);
    return NULL;
}

int main(int argc, char **argv) {
    int threads = argc == 5 ? atoi(argv[1]) : 0;
    if (threads < 1 || threads > 256) {
        fprintf(stderr, "usage: floor THREADS INPUTS OUTPUTS FOLDER\n");
        return 64;
    }
    inputs = read_list(argv[2], 0);
    outputs = read_list(argv[3], 1);
    folder = argv[4];
    pthread_barrier_init(&all_read, NULL, (unsigned)threads);
    pthread_t workers[256];
    for (int n = 1; n < threads; n++)
        if (pthread_create(&workers[n], NULL, work, NULL) != 0) fail("thread");
    work(NULL);
    for (int n = 1; n < threads; n++) pthread_join(workers[n], NULL);
    printf("read %zu files, rendered %llu bytes, wrote %zu files\n", inputs.count, (unsigned long long)rendered, outputs.count);
    return 0;
}
