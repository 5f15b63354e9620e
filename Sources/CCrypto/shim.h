// SHA256_CTX is a plain value that needs no memory of its own; OpenSSL 3 still has it, and calls it deprecated.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
