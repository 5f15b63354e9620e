#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The user's cache folder: `$XDG_CACHE_HOME`, else `~/.cache` (XDG Base Directory Specification).
package enum UserCache {
    /// The absolute path of one of Assay's cache files; nil if the user has no cache folder, or if it lies in
    /// `folder`, whose files may come from somebody else.
    /// - Parameter folder: absolute, without symbolic links.
    package static func path(_ name: String, outside folder: String) -> String? {
        let home = variable("HOME").map { $0 + "/.cache" }
        guard let base = variable("XDG_CACHE_HOME") ?? home else { return nil }
        let real = (try? FileTree(root: base).root) ?? base
        guard real != folder, !real.hasPrefix(folder + "/") else { return nil }
        return "\(real)/assay/\(name)"
    }

    /// An environment variable with an absolute path; nil for any other, as the specification requires.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
