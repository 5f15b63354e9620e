#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The system's clock.
package enum SystemClock {
    /// Seconds since 1 January 1970, UTC.
    @Sendable package static func seconds() -> Int { time(nil) }

    /// Nanoseconds since 1 January 1970, UTC, like the times of files.
    package static func nanoseconds() -> Int {
        var now = timespec()
        guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return 0 }
        return Int(now.tv_sec) &* 1_000_000_000 &+ Int(now.tv_nsec)
    }
}
