#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The system's clock.
public enum SystemClock {
    /// Seconds since 1 January 1970, UTC.
    @Sendable public static func seconds() -> Int { time(nil) }
}
