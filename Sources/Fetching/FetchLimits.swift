/// The bounds of one exchange. A server decides what it sends, and none of it is trusted.
package struct FetchLimits: Hashable, Sendable {
    /// The time for a connection, in seconds.
    package var connectSeconds = 10
    /// The time for a whole response, in seconds.
    package var responseSeconds = 60
    /// The slowest transfer that is waited for, in bytes a second over `slowSeconds`.
    package var slowestRate = 1024
    /// The time for which a transfer may be slower than `slowestRate`, in seconds.
    package var slowSeconds = 20
    /// The largest body, in bytes as sent.
    package var bodyBytes = 64 * 1024 * 1024
    /// The largest header block, in bytes.
    package var headerBytes = 256 * 1024
    /// The most redirects that are followed.
    package var redirects = 10

    /// Makes the usual limits.
    package init() {}
}
