#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The programs that a computer has.
package enum InstalledProgram {
    /// Whether a program is in one of the folders of `PATH`, and may be run.
    package static func isOnPath(_ name: String) -> Bool {
        guard let value = getenv("PATH") else { return false }
        return String(cString: value).split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
}
